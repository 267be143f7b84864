// Writing a letter: a draft on this device, answers that may fit beside it, two short lists of
// places instead of a long one. The pages work without any of it.

const form = document.querySelector('[data-letter]');
const kept = 'yichuang-letter';
const keptDays = 7;
// Only words: no photo, no telephone number of anybody.
const keptFields = ['body', 'title', 'place'];

if (document.querySelector('[data-letter-sent]')) forget();
if (form) {
  const body = form.elements.namedItem('body');
  if (body?.tagName === 'TEXTAREA') {
    restore(body);
    advise(body);
  }
  form.addEventListener('input', remember);
  form.addEventListener('change', remember);
  narrow(form.elements.namedItem('division'));
}

// A report on somebody is nothing to leave behind on a device that others use.
function isConfidential() {
  const choice = form.querySelector('[name=itemCode]:checked');
  if (form.hasAttribute('data-private')) return true;
  const secret = document.querySelector('[data-secret]')?.dataset.oneOf?.split(' ') ?? [];
  return choice !== null && secret.includes(choice.value);
}

function remember() {
  if (isConfidential()) return forget();
  const values = {};
  for (const name of keptFields) {
    const value = form.elements.namedItem(name)?.value ?? '';
    if (value !== '') values[name] = value;
  }
  store(() => localStorage.setItem(kept, JSON.stringify({ at: Date.now(), values })));
}

function restore(body) {
  if (isConfidential()) forget();
  const draft = store(() => JSON.parse(localStorage.getItem(kept) ?? 'null'));
  const isFresh = draft && Date.now() - draft.at < keptDays * 24 * 3600 * 1000;
  if (draft && !isFresh) forget();
  const note = document.querySelector('[data-draft-note]');
  if (isFresh && body.value.trim() === '') body.value = draft.values?.body ?? '';
  note.hidden = store(() => localStorage.getItem(kept) !== undefined) === undefined;
  document.querySelector('[data-draft-clear]').addEventListener('click', () => {
    forget();
    body.value = '';
    body.focus();
  });
}

function forget() {
  store(() => localStorage.removeItem(kept));
}

// A browser may forbid storage: then there is no draft, and nothing else changes.
function store(work) {
  try {
    return work();
  } catch {
    return undefined;
  }
}

// A pause in typing asks what may answer it already; the answer is a part of a page.
function advise(body) {
  const place = document.querySelector('[data-advice]');
  let waiting;
  let asked = '';
  body.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, 700);
  });
  if (body.value.trim().length >= 12) void ask();

  async function ask() {
    const text = body.value.trim();
    if (text.length < 12 || text === asked) return;
    asked = text;
    const answer = await fetch('/letters/write/advice', {
      method: 'POST',
      body: new URLSearchParams({ body: text }),
    }).catch(() => undefined);
    if (!answer?.ok || text !== asked) return;
    const parsed = new DOMParser().parseFromString(await answer.text(), 'text/html');
    place.replaceChildren(...parsed.body.childNodes);
  }
}

// Township first, then its villages: two short lists. The long one stays and is what is sent.
function narrow(select) {
  if (!select?.dataset?.narrow) return;
  const groups = [...select.querySelectorAll('optgroup')];
  if (groups.length === 0) return;
  const label = select.form.querySelector(`label[for="${select.id}"]`);
  const towns = list(`${select.id}-town`);
  const villages = list(`${select.id}-village`);
  for (const option of select.querySelectorAll(':scope > option')) {
    towns.append(new Option(option.label, option.value));
  }
  for (const group of groups) towns.append(new Option(group.label, group.children[0].value));

  const row = document.createElement('div');
  row.className = 'pair pair-lists';
  row.append(towns, villages);
  select.after(row);
  select.hidden = true;
  label.htmlFor = towns.id;
  villages.setAttribute('aria-label', select.dataset.narrow);

  const groupOf = (value) =>
    groups.find((group) => [...group.children].some((option) => option.value === value));
  const show = (group, value) => {
    villages.hidden = !group;
    const [whole, ...own] = group ? group.children : [];
    villages.replaceChildren(
      ...(whole ? [new Option(select.dataset.whole, whole.value)] : []),
      ...own.map((option) => new Option(option.label, option.value)),
    );
    if (group) villages.value = value;
  };
  towns.addEventListener('change', () => {
    select.value = towns.value;
    show(groupOf(towns.value), towns.value);
  });
  villages.addEventListener('change', () => {
    select.value = villages.value;
  });
  const group = groupOf(select.value);
  towns.value = group ? group.children[0].value : select.value;
  show(group, select.value);
}

function list(id) {
  const made = document.createElement('select');
  made.id = id;
  made.className = 'input';
  return made;
}
