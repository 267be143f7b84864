import type { ClockView, LetterReceipt } from '@yichuang/contracts';
import { facts } from '../../components/facts.ts';
import { hidden } from '../../components/hidden-fields.ts';
import { layout } from '../../components/layout.ts';
import { receiptForm } from '../../components/receipt-form.ts';
import { notice } from '../../components/notice.ts';
import { html, type Html } from '../../html.ts';
import { countyName, type PageContext } from '../../page-context.ts';
import { longDay } from '../../texts/dates.ts';
import { sendersClocks } from './sender-clocks.ts';

export interface LetterReceiptData {
  readonly receipt: LetterReceipt;
  /** By the quick channel nothing but number and password leads back. */
  readonly isQuick: boolean;
}

/** What one keeps: number, password, and by when one hears what. */
export function letterReceiptPage(ctx: PageContext, { receipt, isQuick }: LetterReceiptData): Html {
  const { t } = ctx;
  return layout(ctx, {
    title: t('letter-receipt.title'),
    scripts: ['write-letter.js'],
    main: html`
<section class="receipt" data-letter-sent>
<p class="receipt-mark" aria-hidden="true">✓</p>
<h1>${t('letter-receipt.title')}</h1>
<p class="lead">${t('letter-receipt.lead', { kind: receipt.itemName })}</p>
${facts([
  {
    name: t('letter-receipt.number'),
    value: html`<strong class="code big" id="number">${receipt.number}</strong>`,
    action: copyButton(ctx, 'number'),
  },
  {
    name: t('track.password'),
    value: html`<strong class="code big" id="password">${receipt.password}</strong>`,
    action: copyButton(ctx, 'password'),
  },
])}
${notice('attention', t(isQuick ? 'letter-receipt.keep-quick' : 'letter-receipt.keep'))}
<h2>${t('letter-receipt.when')}</h2>
${facts(sendersClocks(receipt.clocks).map((clock) => clockRow(ctx, receipt, clock)))}
<h2>${t('receipt.next')}</h2>
<ol class="conditions"><li>${t('letter-receipt.next-1')}</li><li>${t('letter-receipt.next-2')}</li>
<li>${t('letter-receipt.next-3')}</li></ol>
<div class="actions no-print">
${follow(ctx, receipt, isQuick)}
<button class="button-quiet" type="button" data-print hidden>${t('receipt.print')}</button></div>
<section class="no-print" aria-labelledby="proof"><h2 id="proof">${t('track.proof')}</h2>
${receiptForm(ctx, receipt)}</section>
<p class="print-only">${countyName(ctx)} · ${ctx.county.phone}</p>
</section>`,
  });
}

/** Hidden until the script finds that it can copy. */
function copyButton({ t }: PageContext, id: string): Html {
  return html`<button class="button-link no-print" type="button" data-copy="${id}"
 data-done="${t('letter-receipt.copied')}" hidden>${t('letter-receipt.copy')}</button>`;
}

function clockRow(ctx: PageContext, { number, password }: LetterReceipt, clock: ClockView) {
  const { t } = ctx;
  return (
    clock.dueOn !== undefined && {
      name: t(`clock.kind.${clock.kind}`),
      value: html`<strong>${longDay(t, clock.dueOn)}</strong>`,
      action: html`<form action="/letters/mine/why" method="post"
 target="_blank" rel="noopener" class="inline-form no-print">
${hidden('number', number)}${hidden('password', password)}${hidden('clockId', clock.clockId)}
<button class="button-link" type="submit">${t('clock.why')}</button></form>`,
    }
  );
}

function follow(
  { t }: PageContext,
  { caseId, number, password }: LetterReceipt,
  isQuick: boolean,
): Html {
  if (!isQuick) {
    return html`<a class="button" href="/my/letters/${encodeURIComponent(caseId)}">${t(
      'letter-receipt.follow',
    )}</a>`;
  }
  return html`<form action="/letters/mine" method="post" class="inline-form">
${hidden('number', number)}${hidden('password', password)}
<button class="button" type="submit">${t('letter-receipt.follow')}</button></form>`;
}
