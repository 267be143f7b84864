import type { FilingReceipt } from '@yichuang/contracts';
import { facts } from '../components/facts.ts';
import { layout } from '../components/layout.ts';
import { notice } from '../components/notice.ts';
import { html, type Html } from '../html.ts';
import { countyName, type PageContext } from '../page-context.ts';
import { fullTime, longDay } from '../texts/dates.ts';

/** Something one wants to keep: number, password, day, proof; printed on one sheet. */
export function receiptPage(ctx: PageContext, receipt: FilingReceipt): Html {
  const { t } = ctx;
  const casePath = `/my/cases/${encodeURIComponent(receipt.caseId)}`;
  return layout(ctx, {
    title: t('receipt.title'),
    main: html`
<section class="receipt">
<p class="receipt-mark" aria-hidden="true">✓</p>
<h1>${t('receipt.title')}</h1>
<p class="lead">${t('receipt.lead', { item: receipt.itemName })}</p>
${facts([
  { name: t('receipt.number'), value: html`<strong class="code big">${receipt.number}</strong>` },
  {
    name: t('receipt.password'),
    value: html`<strong class="code big">${receipt.queryPassword}</strong>`,
  },
  { name: t('receipt.received-at'), value: fullTime(t, receipt.receivedAt) },
  { name: t('receipt.received-on'), value: longDay(t, receipt.receivedOn) },
  {
    name: t('receipt.answer-by'),
    value: html`<strong>${longDay(t, receipt.answerDueOn)}</strong>`,
    action: html`<a href="${casePath}/clocks/correction%231">${t('clock.why')}</a>`,
  },
])}
${notice('attention', t('receipt.keep-password'))}
<h2>${t('receipt.next')}</h2>
<ol class="conditions"><li>${t('receipt.next-1', { day: longDay(t, receipt.answerDueOn) })}</li>
${isDeemedOnSilence(receipt) && html`<li>${t('receipt.next-2')}</li>`}
<li>${t('receipt.next-3')}</li></ol>
<div class="actions no-print">
<a class="button" href="${casePath}">${t('receipt.follow')}</a>
<button class="button-quiet" type="button" data-print hidden>${t('receipt.print')}</button></div>
<p class="no-print"><a href="${casePath}/receipt.json" download>${t('receipt.proof')}</a> ·
<a href="${casePath}/receipt.html" download>${t('ledger.download-page')}</a><br>
<span class="hint">${t('receipt.proof-hint')}</span></p>
<p class="print-only">${countyName(ctx)} · ${ctx.county.phone}</p>
</section>`,
  });
}

/**
 * Only licences are accepted by silence.
 *
 * @basis 行政许可法 第三十二条: 逾期不告知的，自收到申请材料之日起即为受理
 */
function isDeemedOnSilence({ answerRuleId }: FilingReceipt): boolean {
  return answerRuleId === 'XK-BZ-5';
}
