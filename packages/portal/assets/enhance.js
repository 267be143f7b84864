// Small improvements; every page works without them.

// The error summary, or what else waits, gets the focus: a screen reader reads it first.
document.querySelector('[data-focus]')?.focus();

// A form that must be sent once only: the second click does nothing (and the server's
// idempotency key makes a second sending harmless anyway).
for (const button of document.querySelectorAll('button[data-once]')) {
  button.form.addEventListener('submit', (event) => {
    if (button.getAttribute('aria-disabled') === 'true') event.preventDefault();
    button.setAttribute('aria-disabled', 'true');
  });
}
// Back from the next page the button must work again.
addEventListener('pageshow', () => {
  for (const button of document.querySelectorAll('button[data-once]')) {
    button.removeAttribute('aria-disabled');
  }
});

for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}

for (const button of document.querySelectorAll('[data-copy]')) {
  if (!navigator.clipboard) break;
  button.hidden = false;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).innerText);
    button.textContent = button.dataset.done;
  });
}

// Questions that hang on another answer show only when they are due.
function showDue(block) {
  const { when, equals, oneOf } = block.dataset;
  const controls = [...document.getElementsByName(when)];
  if (controls.length === 0) return;
  const chosen = controls.find((control) => control.type !== 'radio' || control.checked);
  const due = oneOf === undefined ? [equals] : oneOf.split(' ');
  block.hidden = !due.includes(chosen?.value ?? '');
}
const dependent = document.querySelectorAll('[data-when]');
for (const block of dependent) showDue(block);
document.addEventListener('change', () => {
  for (const block of dependent) showDue(block);
});

// Examples in the search box change slowly, unless motion is unwanted or someone types.
const rotating = document.querySelector('[data-rotate]');
if (rotating && !matchMedia('(prefers-reduced-motion: reduce)').matches) {
  const examples = rotating.dataset.rotate.split('|');
  let shown = 0;
  setInterval(() => {
    if (rotating.value !== '' || document.activeElement === rotating) return;
    shown = (shown + 1) % examples.length;
    rotating.placeholder = examples[shown];
  }, 6000);
}

// Links to a place within the page open the fold that holds it.
function openFold() {
  const place = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
  const fold = place && place.closest('details');
  if (fold) fold.open = true;
}
addEventListener('hashchange', openFold);
openFold();

// Large type: the page is read aloud where the browser has a voice.
const reader = document.querySelector('[data-read]');
if (reader && 'speechSynthesis' in window) {
  const [start, stop] = [reader.textContent, reader.dataset.stop];
  const finish = () => {
    speechSynthesis.cancel();
    reader.textContent = start;
  };
  reader.hidden = false;
  reader.addEventListener('click', () => {
    if (reader.textContent === stop) return finish();
    reader.textContent = stop;
    const parts = document.querySelectorAll('main :is(h1, h2, h3, p, li, dt, dd, label, legend)');
    // Only the innermost: an item of a list that holds paragraphs would be read twice.
    const lines = [...parts].filter((part) => !part.querySelector('p, li, dd') && part !== reader);
    for (const line of lines) {
      const speech = new SpeechSynthesisUtterance(line.innerText);
      speech.lang = document.documentElement.lang;
      if (line === lines.at(-1)) speech.onend = finish;
      speechSynthesis.speak(speech);
    }
  });
  addEventListener('pagehide', finish);
}
