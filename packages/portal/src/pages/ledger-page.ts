import type { LedgerHead, LedgerRoot } from '@yichuang/contracts';
import { breadcrumbs } from '../components/breadcrumbs.ts';
import { facts } from '../components/facts.ts';
import { textField } from '../components/field.ts';
import { layout } from '../components/layout.ts';
import { notice } from '../components/notice.ts';
import { html, type Html } from '../html.ts';
import type { PageContext } from '../page-context.ts';
import { fullTime, longDay, plainDay } from '../texts/dates.ts';
import { keyFields, trackProblems, type TrackForm } from './track-page.ts';

/** A day that somebody looked up, as typed; what was found of it. */
export interface SoughtDay {
  readonly typed: string;
  /** Absent for what is no day. */
  readonly day?: string;
  readonly root?: LedgerRoot;
  readonly head?: LedgerHead;
}

export interface LedgerOverview {
  /** Both newest first. */
  readonly roots: readonly LedgerRoot[];
  readonly heads: readonly LedgerHead[];
  readonly sought?: SoughtDay;
}

export function ledgerPage(ctx: PageContext, { roots, heads, sought }: LedgerOverview): Html {
  const { t } = ctx;
  const [newest] = heads;
  return layout(ctx, {
    title: t('ledger.title'),
    isWide: true,
    main: html`
<h1>${t('ledger.title')}</h1>
<div class="text-column"><p class="lead">${t('ledger.lead')}</p></div>
${newest && newestHead(ctx, newest)}
<p class="hint">${t('ledger.today', { day: plainDay(t, ctx.today) })}</p>
<div class="text-column">
<p class="actions"><a class="button" href="/ledger/verify">${t('ledger.verify-link')}</a>
<a class="button-quiet" href="/ledger/receipt">${t('ledger.get-receipt')}</a></p>
<h2>${t('ledger.how')}</h2>
<ol class="conditions"><li>${t('ledger.how-1')}</li><li>${t('ledger.how-2')}</li>
<li>${t('ledger.how-3')}</li></ol>
<h2>${t('ledger.keep')}</h2>
<ul class="conditions"><li>${t('ledger.keep-1')}</li>
<li>${t('ledger.keep-2')} <a href="/ledger/feed.xml" type="application/atom+xml">${t(
      'ledger.feed',
    )}</a></li>
<li>${t('ledger.keep-3')} <code class="hash">curl -O …/ledger/feed.xml</code></li></ul></div>
${searchForm(ctx, sought)}
<h2>${t('ledger.roots')}</h2>
${rootTable(ctx, roots)}`,
  });
}

function newestHead(ctx: PageContext, head: LedgerHead): Html {
  const { t } = ctx;
  return html`<section class="ledger-head" aria-labelledby="newest">
<h2 id="newest">${t('ledger.newest')}</h2>
<p class="over-title">${t('ledger.head-of', { day: longDay(t, head.day), n: head.size })}</p>
<p><code class="hash ledger-hash">${grouped(head.root)}</code></p>
${stamps(ctx, head)}
<p class="hint">${t('ledger.newest-hint')}</p></section>`;
}

function stamps({ t }: PageContext, { size, stamps: all }: LedgerHead): Html[] {
  return all.map(
    ({ authority, stampedAt }) => html`<p>${t('ledger.stamped', {
      authority: hostOf(authority),
      time: fullTime(t, stampedAt),
    })}
<a href="/api/ledger/heads/${size}/stamp" download>${t('ledger.stamp-file')}</a></p>`,
  );
}

function searchForm(ctx: PageContext, sought: SoughtDay | undefined): Html {
  const { t } = ctx;
  return html`<h2 id="search">${t('ledger.search')}</h2>
<form class="inline-form ledger-search" action="/ledger#search" method="get">
<label for="day">${t('ledger.search-label')}</label>
<input class="input width-12" type="date" id="day" name="day" value="${sought?.typed ?? ''}"
 max="${ctx.today}" required>
<button class="button-quiet" type="submit">${t('ledger.search-submit')}</button></form>
${sought && soughtDay(ctx, sought)}`;
}

function soughtDay(ctx: PageContext, { day, root, head }: SoughtDay): Html {
  const { t } = ctx;
  if (day === undefined) return notice('attention', t('ledger.search-invalid'));
  if (root === undefined) {
    return notice('plain', t('ledger.search-none', { day: plainDay(t, day) }));
  }
  return html`<section class="ledger-day"><h3>${longDay(t, day)}</h3>
${facts([
  { name: t('ledger.size'), value: root.size },
  { name: t('ledger.root'), value: html`<code class="hash">${grouped(root.root)}</code>` },
  head && {
    name: t('ledger.head'),
    value: html`<code class="hash">${grouped(head.root)}</code>`,
  },
  { name: t('ledger.published'), value: fullTime(t, root.publishedAt) },
])}${head && stamps(ctx, head)}</section>`;
}

function rootTable({ t }: PageContext, roots: readonly LedgerRoot[]): Html {
  if (roots.length === 0) {
    return html`<div class="empty"><p>${t('ledger.roots-none')}</p></div>`;
  }
  return html`<div class="table-scroll" tabindex="0" role="region"
 aria-label="${t('ledger.roots')}">
<table class="table"><thead><tr><th scope="col">${t('ledger.day')}</th>
<th scope="col">${t('ledger.size')}</th><th scope="col">${t('ledger.root')}</th>
<th scope="col">${t('ledger.published')}</th></tr></thead>
<tbody>${roots.map(
    (each) => html`<tr><th scope="row"><time datetime="${each.day}">${plainDay(
      t,
      each.day,
    )}</time></th>
<td class="number">${each.size}</td><td><code class="hash">${each.root}</code></td>
<td>${fullTime(t, each.publishedAt)}</td></tr>`,
  )}</tbody></table></div>`;
}

export function ledgerReceiptPage(ctx: PageContext, form: TrackForm): Html {
  const { t } = ctx;
  return layout(ctx, {
    title: t('ledger.get-receipt'),
    hasErrors: (form.problems ?? []).length > 0,
    main: html`
${breadcrumbs(ctx, [{ href: '/ledger', label: t('ledger.title') }])}
${trackProblems(ctx, form)}
<h1>${t('ledger.get-receipt')}</h1>
<p>${t('receipt.proof-hint')}</p>
<form action="/ledger/receipt" method="post" novalidate>
${keyFields(ctx, form)}
${textField(ctx, {
  name: 'head',
  label: t('ledger.head-days'),
  hint: t('ledger.head-days-hint'),
  value: '',
  inputMode: 'numeric',
  autocomplete: 'off',
  maxLength: 6,
  width: 4,
})}
<p class="actions"><button class="button" type="submit">${t('ledger.download')}</button>
<button class="button-quiet" type="submit" name="as" value="page">${t(
      'ledger.download-page',
    )}</button></p></form>`,
  });
}

/** Eight by eight, as people copy and compare it. */
function grouped(hash: string): string {
  return hash.replaceAll(/.{8}(?=.)/g, '$& ');
}

function hostOf(authority: string): string {
  return URL.canParse(authority) ? new URL(authority).host : authority;
}
