// The page around verify-receipt.js: reads the chosen file, says the verdict in one sentence.
// Both scripts are loaded with the page, so that the network may be off from then on.

import { verifyReceipt } from './verify-receipt.js';

const page = document.getElementById('verify');
const texts = JSON.parse(page.dataset.texts);
const roots = JSON.parse(page.dataset.roots);
const good = ['published', 'anchored'];

document.getElementById('receipt').addEventListener('change', async (event) => {
  const [file] = event.target.files;
  if (file === undefined) return;
  const receipt = readJson(await file.text());
  const { verdict, day } = await verifyReceipt(receipt, roots);
  show(verdict, texts[verdict].replace('{day}', day ?? ''), receipt);
});

function readJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function show(verdict, sentence, receipt) {
  const box = document.createElement('div');
  const tone = good.includes(verdict) ? 'good' : verdict === 'not-yet' ? 'soon' : 'bad';
  box.className = `verdict verdict-${tone}`;
  const line = document.createElement('p');
  line.className = 'lead';
  line.textContent = `${{ good: '●', soon: '▲', bad: '■' }[tone]} ${sentence}`;
  box.append(line);
  if (verdict !== 'malformed') {
    const fold = document.createElement('details');
    const summary = document.createElement('summary');
    summary.textContent = texts.event;
    const text = document.createElement('pre');
    text.tabIndex = 0;
    text.textContent = JSON.stringify(receipt.event, null, 2);
    fold.append(summary, text);
    box.append(fold);
  }
  document.getElementById('verdict').replaceChildren(box);
}
