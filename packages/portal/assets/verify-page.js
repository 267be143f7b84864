// The page that checks a receipt, on the site and as a saved file. It reads what is chosen, pasted
// or dropped, and says the verdict in one sentence; nothing leaves the machine. The kernel judges:
// bundle-modules.ts puts its code in front of this, so that one script is all there is.

import { judgeReceipt } from '../src/checker/judge-receipt.ts';
import { sha256 } from './sha256.js';

const page = document.getElementById('verify');
const texts = JSON.parse(page.dataset.texts);
const site = JSON.parse(page.dataset.site);
const fields = {
  receipt: document.getElementById('receipt-text'),
  known: document.getElementById('known-text'),
};

for (const [name, field] of Object.entries(fields)) {
  field.addEventListener('input', judge);
  document.getElementById(`${name}-file`).addEventListener('change', (event) => {
    void take(event.target.files, name);
  });
}
page.addEventListener('dragover', (event) => event.preventDefault());
page.addEventListener('drop', (event) => {
  event.preventDefault();
  void take(event.dataTransfer.files);
});
if (fields.receipt.value.trim() !== '') judge();

/** Whatever is dropped says itself what it is: a receipt names its format. */
async function take(files, wanted) {
  for (const file of files) {
    const text = await file.text();
    const isReceipt = text.includes('"yichuang-receipt-');
    fields[wanted ?? (isReceipt ? 'receipt' : 'known')].value = text;
  }
  judge();
  // On a phone the verdict is below the fold, and who chose a file looks at nothing else.
  document.getElementById('verdict').scrollIntoView({ block: 'nearest' });
}

function judge() {
  const box = document.getElementById('verdict');
  if (fields.receipt.value.trim() === '') {
    box.replaceChildren();
    return;
  }
  const judgement = judgeReceipt(fields.receipt.value, fields.known.value, sha256, site);
  box.replaceChildren(verdictBox(judgement));
}

function verdictBox({ verdict, tone, facts, event }) {
  const mark = { good: '●', soon: '▲', bad: '■' }[tone];
  const box = element('div', { className: `verdict verdict-${tone}` });
  box.append(element('p', { className: 'verdict-word', textContent: `${mark} ${texts[tone]}` }));
  box.append(element('p', { className: 'lead', textContent: filled(texts[verdict], facts) }));
  const rows = Object.entries({
    number: facts.number,
    item: facts.item,
    at: facts.at && beijingTime(facts.at),
    root: facts.root,
    head: facts.headRoot,
  }).filter(([, value]) => value !== undefined);
  if (rows.length > 0) box.append(factList(rows, facts));
  if (event !== undefined) box.append(eventFold(event));
  return box;
}

function factList(rows, facts) {
  const list = element('dl', { className: 'verdict-facts' });
  for (const [name, value] of rows) {
    list.append(element('dt', { textContent: filled(texts[`fact-${name}`], facts) }));
    const isHash = name === 'root' || name === 'head';
    const shown = element(isHash ? 'code' : 'span', {
      className: isHash ? 'hash' : '',
      textContent: isHash ? value.replace(/.{8}(?=.)/g, '$& ') : value,
    });
    const cell = element('dd', {});
    cell.append(shown);
    list.append(cell);
  }
  return list;
}

function eventFold(event) {
  const fold = element('details', {});
  fold.append(element('summary', { textContent: texts.event }));
  const text = element('pre', { textContent: JSON.stringify(event, null, 2) });
  text.tabIndex = 0;
  fold.append(text);
  return fold;
}

function filled(text, facts) {
  return text.replace('{day}', facts.day ?? '').replace('{size}', facts.headSize ?? '');
}

/** Days are Shanghai's: eight hours before UTC, without summer time. */
function beijingTime(at) {
  const ms = Date.parse(at);
  if (Number.isNaN(ms)) return at;
  return new Date(ms + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}

function element(name, properties) {
  return Object.assign(document.createElement(name), properties);
}
