import type { PublishedPage, PublishedQuery, PublishedRow } from '@yichuang/contracts';
import { breadcrumbs } from '../../components/breadcrumbs.ts';
import { layout } from '../../components/layout.ts';
import { letterStanding } from '../../components/letter-standing.ts';
import { pager } from '../../components/pager.ts';
import { flag, html, type Html } from '../../html.ts';
import type { Division } from '../../letter-services.ts';
import type { PageContext } from '../../page-context.ts';
import { plainDay } from '../../texts/dates.ts';

export interface LettersData {
  readonly query: PublishedQuery;
  readonly page: PublishedPage;
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly divisions: readonly Division[];
}

export const letterKinds = [
  'consult',
  'complaint',
  'suggestion',
  'help',
  'thanks',
  'petition',
  'hotline',
] as const;
export const letterStates = ['open', 'answered'] as const;

/** Open letters: what others asked, what became of it, and by when the rest is due. */
export function lettersPage(ctx: PageContext, data: LettersData): Html {
  const { t } = ctx;
  const { query, page } = data;
  const { cursor: _cursor, ...first } = query;
  return layout(ctx, {
    title: t('letters.title'),
    isWide: true,
    hasSearch: false,
    main: html`
${breadcrumbs(ctx, [])}
<h1>${t('letters.title')}</h1>
<p class="letters-doors"><a class="button" href="/letters/write">${t('write.title')}</a>
<a href="/letters/mine">${t('write.to-mine')}</a>
<a href="/letters/figures">${t('figures.title')}</a>
<a href="/letters/feed.xml" type="application/atom+xml">${t('letters.feed')}</a></p>
${filters(ctx, data)}
${
  page.rows.length === 0
    ? empty(ctx, query)
    : html`<ul class="item-list">${page.rows.map((row) => letterRow(ctx, row))}</ul>`
}
${pager(ctx, {
  first: query.cursor === undefined ? undefined : lettersLink(first),
  next:
    page.nextCursor === undefined ? undefined : lettersLink({ ...first, cursor: page.nextCursor }),
})}`,
  });
}

export function lettersLink(query: PublishedQuery): string {
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const text = pairs.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
  return text.length === 0 ? '/letters' : `/letters?${text.join('&')}`;
}

function filters(ctx: PageContext, { query, units, divisions }: LettersData): Html {
  const { t } = ctx;
  const all = { value: '', label: t('items.all') };
  const places = divisions.filter(({ kind }) => kind === 'township');
  return html`<form class="filters" role="search" action="/letters" method="get">
<div class="big-search">
<label class="visually-hidden" for="q">${t('letters.search')}</label>
<input id="q" name="q" type="search" maxlength="100" value="${query.q ?? ''}"
 placeholder="${t('letters.search')}">
<button type="submit">${t('search.submit')}</button></div>
<div class="filter-row">
${filter(t('letters.state'), 'state', query.state, [
  all,
  ...letterStates.map((value) => ({ value, label: t(`letters.state.${value}`) })),
])}
${filter(t('letters.kind'), 'kind', query.kind, [
  all,
  ...letterKinds.map((value) => ({ value, label: t(`letter.kind.${value}`) })),
])}
${filter(t('letters.unit'), 'unitId', query.unitId, [
  all,
  ...units.map(({ id, name }) => ({ value: id, label: name })),
])}
${filter(t('letters.place'), 'divisionId', query.divisionId, [
  all,
  ...places.map(({ id, name }) => ({ value: id, label: name })),
])}
<button class="button-quiet" type="submit">${t('items.apply-filters')}</button>
</div></form>`;
}

function filter(
  label: string,
  name: string,
  current: string | undefined,
  options: readonly { readonly value: string; readonly label: string }[],
): Html {
  return html`<div class="filter"><label for="${name}">${label}</label>
<select id="${name}" name="${name}">${options.map(
    ({ value, label: text }) =>
      html`<option value="${value}"${flag('selected', value === (current ?? ''))}>${text}</option>`,
  )}</select></div>`;
}

function letterRow(ctx: PageContext, row: PublishedRow): Html {
  const { t } = ctx;
  const path = `/letters/${encodeURIComponent(row.number)}`;
  return html`<li class="item-row letter-row"><h2><a href="${path}">${row.title}</a></h2>
<p class="item-details"><span>${t(`letter.kind.${row.kind}`)}</span>
${row.unit !== undefined && html`<span>${row.unit}</span>`}
${row.division !== undefined && html`<span>${row.division}</span>`}
<span>${t('letters.received', { day: plainDay(t, row.receivedOn) })}</span>
${row.meToos > 0 && html`<span>${t('letters.me-toos', { n: row.meToos })}</span>`}</p>
<p class="letter-standing">${letterStanding(ctx, row)}</p></li>`;
}

/** Nothing found is a fork: widen the search, or be the first to say it. */
function empty({ t }: PageContext, query: PublishedQuery): Html {
  const isFiltered = Object.values(query).some((value) => value !== undefined);
  return html`<div class="empty"><p>${t(isFiltered ? 'letters.empty-filter' : 'letters.empty')}</p>
${isFiltered && html`<p><a href="/letters">${t('letters.all')}</a></p>`}
<p><a href="/letters/write">${t('write.title')}</a></p></div>`;
}
