import { asWritten } from '../components/as-written.ts';
import { layout } from '../components/layout.ts';
import { html, type Html } from '../html.ts';
import type { PageContext } from '../page-context.ts';
import type { MyCaseRow, MyDraftRow } from '../services.ts';
import { fullTime, plainDay } from '../texts/dates.ts';
import { civilDate } from '@yichuang/kernel/time';

export interface MyData {
  readonly cases: readonly MyCaseRow[];
  readonly drafts: readonly MyDraftRow[];
  readonly unread: number;
}

/** What waits for the reader first, then drafts, then all cases. */
export function myPage(ctx: PageContext, { cases, drafts, unread }: MyData): Html {
  const { t, session } = ctx;
  const waiting = cases.filter((row) => row.needsAction);
  const others = cases.filter((row) => !row.needsAction);
  const isEmpty = cases.length === 0 && drafts.length === 0;
  return layout(ctx, {
    title: t('my.title'),
    main: html`
<h1>${t('my.title')}</h1>
<p class="my-who"><span>${session?.name || session?.phoneMasked}</span>
<a href="/inbox">${t('my.inbox')}${
      unread > 0 &&
      html` <span class="count">${t('my.unread', {
        n: unread,
      })}</span>`
    }</a></p>
${
  waiting.length > 0 &&
  html`<section aria-labelledby="waiting"><h2 id="waiting">${t('my.waiting')}</h2>
<ul class="case-list">${waiting.map((row) => caseRow(ctx, row))}</ul></section>`
}
${
  drafts.length > 0 &&
  html`<section aria-labelledby="drafts"><h2 id="drafts">${t('my.drafts')}</h2>
<ul class="case-list">${drafts.map((row) => draftRow(ctx, row))}</ul></section>`
}
${
  others.length > 0 &&
  html`<section aria-labelledby="cases"><h2 id="cases">${t('my.cases')}</h2>
<ul class="case-list">${others.map((row) => caseRow(ctx, row))}</ul></section>`
}
${
  isEmpty &&
  html`<div class="empty"><p>${t('my.empty')}</p>
<p><a class="button" href="/items?onlineOnly=true">${t('my.empty-do')}</a></p></div>`
}
<form action="/logout" method="post" class="inline-form logout">
<button class="button-link" type="submit">${t('my.logout')}</button></form>`,
  });
}

function caseRow(ctx: PageContext, row: MyCaseRow): Html {
  const { t } = ctx;
  return html`<li class="${row.needsAction ? 'case-row case-row-waiting' : 'case-row'}">
<h3><a href="/my/cases/${encodeURIComponent(row.caseId)}">${row.title ?? row.itemName}</a></h3>
<p>${asWritten(ctx.locale, row.headline)}</p>
<p class="item-details">${row.title !== undefined && html`<span>${row.itemName}</span>`}
<span class="code">${row.number}</span>
<span>${t('my.received', { day: plainDay(t, civilDate(row.receivedAt)) })}</span></p></li>`;
}

function draftRow(ctx: PageContext, row: MyDraftRow): Html {
  const { t } = ctx;
  return html`<li class="case-row"><h3><a href="/drafts/${row.draftId}">${row.itemName}</a></h3>
<p class="item-details"><span>${t('filing.saved', { time: fullTime(t, row.savedAt) })}</span></p>
</li>`;
}
