import type { PublishedRoots } from '@yichuang/kernel/ledger';
import { html, type Html } from '../html.ts';
import type { PageContext } from '../page-context.ts';
import { receiptVerdicts } from './judge-receipt.ts';

/** What the checker starts with: roots that the site lists, a receipt that is already inside. */
export interface CheckerStart {
  readonly site?: PublishedRoots;
  readonly receipt?: string;
}

/**
 * The part of the page that assets/verify-page.js works on, the same on the site and in the saved
 * file. The words travel with it, so that it speaks the page's language.
 */
export function checkerForm({ t }: PageContext, { site = {}, receipt = '' }: CheckerStart): Html {
  const texts = {
    ...Object.fromEntries(receiptVerdicts.map((name) => [name, t(`verify.${name}`, asTyped)])),
    ...Object.fromEntries(tones.map((tone) => [tone, t(`verify.word.${tone}`)])),
    ...Object.fromEntries(facts.map((name) => [`fact-${name}`, t(`verify.fact.${name}`, asTyped)])),
    event: t('verify.event'),
  };
  return html`<div id="verify" data-texts="${JSON.stringify(texts)}"
 data-site="${JSON.stringify(site)}">
<div class="field"><label for="receipt-file">${t('verify.receipt')}</label>
<p class="hint" id="receipt-hint">${t('verify.receipt-hint')}</p>
<input class="file-input" type="file" id="receipt-file" accept="application/json,.json"
 aria-describedby="receipt-hint">
<label class="visually-hidden" for="receipt-text">${t('verify.receipt-text')}</label>
<textarea class="input code-input" id="receipt-text" rows="3" spellcheck="false"
 autocomplete="off" placeholder="{…}">${receipt}</textarea></div>
<div class="field"><label for="known-text">${t('verify.known')}</label>
<p class="hint" id="known-hint">${t('verify.known-hint')}</p>
<textarea class="input code-input" id="known-text" rows="2" spellcheck="false"
 autocomplete="off" aria-describedby="known-hint"></textarea>
<label class="visually-hidden" for="known-file">${t('verify.known-file')}</label>
<input class="file-input" type="file" id="known-file" accept=".xml,.json,.txt"></div>
<div id="verdict" role="status" aria-live="polite"></div></div>`;
}

const tones = ['good', 'soon', 'bad'] as const;
const facts = ['number', 'item', 'at', 'root', 'head'] as const;
/** Parameters stay as they are: the script fills them in. */
const asTyped = { day: '{day}', size: '{size}' };
