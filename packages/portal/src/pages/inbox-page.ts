import { breadcrumbs } from '../components/breadcrumbs.ts';
import { layout } from '../components/layout.ts';
import { hidden } from '../components/hidden-fields.ts';
import { html, type Html } from '../html.ts';
import type { PageContext } from '../page-context.ts';
import type { InboxNotice } from '../services.ts';
import { fullTime } from '../texts/dates.ts';

export function inboxPage(ctx: PageContext, notices: readonly InboxNotice[]): Html {
  const { t } = ctx;
  return layout(ctx, {
    title: t('inbox.title'),
    main: html`
${breadcrumbs(ctx, [{ href: '/my', label: t('my.title') }])}
<h1>${t('inbox.title')}</h1>
${
  notices.length === 0
    ? html`<div class="empty"><p>${t('inbox.empty')}</p></div>`
    : html`<ol class="messages">${notices.map((each) => message(ctx, each))}</ol>`
}`,
  });
}

function message(ctx: PageContext, each: InboxNotice): Html {
  const { t } = ctx;
  return html`<li class="${each.isRead ? 'message' : 'message message-unread'}">
<h2>${!each.isRead && html`<span class="tag tag-action">${t('inbox.unread')}</span> `}${
    each.title
  }</h2>
<p class="hint"><time datetime="${each.at}">${fullTime(t, each.at)}</time></p>
<p class="message-text">${each.text}</p>
<div class="message-acts">
${
  each.caseId !== undefined &&
  html`<a href="/my/cases/${encodeURIComponent(each.caseId)}">${t('inbox.open-case')}</a>`
}
${
  !each.isRead &&
  html`<form action="/inbox/read" method="post" class="inline-form">${hidden('id', each.id)}
<button class="button-link" type="submit">${t('inbox.mark-read')}<span class="visually-hidden">${
    each.title
  }</span></button></form>`
}</div></li>`;
}
