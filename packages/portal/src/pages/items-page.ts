import type {
  DepartmentView,
  ItemPage,
  ItemQuery,
  ItemSummary,
  LifeEventView,
  ThemeView,
} from '@yichuang/contracts';
import { breadcrumbs } from '../components/breadcrumbs.ts';
import { layout } from '../components/layout.ts';
import { pager } from '../components/pager.ts';
import { flag, html, type Html, type HtmlValue } from '../html.ts';
import type { PageContext } from '../page-context.ts';
import { localName } from '../texts/translate.ts';

export interface ItemsData {
  readonly query: ItemQuery;
  readonly page: ItemPage;
  readonly themes: readonly ThemeView[];
  readonly departments: readonly DepartmentView[];
  readonly suggestions: readonly LifeEventView[];
}

export function itemsPage(ctx: PageContext, data: ItemsData): Html {
  const { t } = ctx;
  const { query, page } = data;
  const title = query.q === undefined ? t('items.title') : t('items.title-found', { q: query.q });
  const { cursor: _cursor, ...first } = query;
  return layout(ctx, {
    title,
    hasSearch: false,
    isWide: true,
    main: html`
${breadcrumbs(ctx, [])}
<h1>${title}</h1>
${filterForm(ctx, data)}
<p class="result-count" role="status">${countText(ctx, page)}</p>
${
  page.rows.length === 0
    ? emptyState(ctx, data)
    : html`<ul class="item-list">${page.rows.map((row) => itemRow(ctx, row))}</ul>`
}
${pager(ctx, {
  first: query.cursor === undefined ? undefined : itemsLink(first),
  next:
    page.nextCursor === undefined ? undefined : itemsLink({ ...first, cursor: page.nextCursor }),
})}`,
  });
}

export function itemsLink(query: ItemQuery): string {
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const text = pairs.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
  return text.length === 0 ? '/items' : `/items?${text.join('&')}`;
}

function countText({ t }: PageContext, page: ItemPage): string {
  return page.isTotalCapped
    ? t('items.count-capped', { n: page.total.toLocaleString('en-US') })
    : t('items.count', { n: page.total });
}

function filterForm(ctx: PageContext, { query, themes, departments }: ItemsData): Html {
  const { t } = ctx;
  const themesHere = themes.filter(
    ({ audience }) => query.audience === undefined || audience === query.audience,
  );
  return html`<form class="filters" role="search" action="/items" method="get">
<div class="big-search">
<label class="visually-hidden" for="q">${t('search.label')}</label>
<input id="q" name="q" type="search" maxlength="100" value="${query.q ?? ''}"
 placeholder="${t('search.label')}">
<button type="submit">${t('search.submit')}</button></div>
<div class="filter-row">
${filter(t('items.audience'), 'audience', query.audience, [
  { value: '', label: t('items.all') },
  { value: 'person', label: t('audience.person') },
  { value: 'enterprise', label: t('audience.enterprise') },
])}
${filter(t('items.theme'), 'theme', query.theme, [
  { value: '', label: t('items.all') },
  ...themesHere.map((theme) => ({
    value: theme.id,
    label: `${localName(ctx.locale, theme)}（${theme.count}）`,
  })),
])}
${filter(t('items.department'), 'orgId', query.orgId, [
  { value: '', label: t('items.all') },
  ...departments.map(({ orgId, name, count }) => ({ value: orgId, label: `${name}（${count}）` })),
])}
<div class="filter filter-check"><input type="checkbox" id="onlineOnly" name="onlineOnly"
 value="true"${flag('checked', query.onlineOnly === true)}>
<label for="onlineOnly">${t('items.online-only')}</label></div>
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
    (option) =>
      html`<option value="${option.value}"${flag('selected', option.value === current)}>${
        option.label
      }</option>`,
  )}</select></div>`;
}

function itemRow(ctx: PageContext, row: ItemSummary): Html {
  const { t } = ctx;
  const details: HtmlValue[] = [
    html`<span>${row.orgName}</span>`,
    row.handlingMode === 'on-the-spot'
      ? html`<span>${t('items.on-the-spot')}</span>`
      : row.committedDays !== undefined &&
        html`<span>${t('items.committed', { n: row.committedDays })}</span>`,
    row.visits !== undefined && html`<span>${t('items.visits', { n: row.visits })}</span>`,
    row.foundBy !== undefined && html`<span>${t('items.found-by', { words: row.foundBy })}</span>`,
  ];
  return html`<li class="item-row"><h2><a href="/items/${encodeURIComponent(row.code)}">${localName(
    ctx.locale,
    row,
  )}</a></h2>
<p class="item-details">${
    row.isOnline && html`<span class="tag tag-action">${t('items.online')}</span>`
  }${details}</p></li>`;
}

/** Nothing found is a fork, not an end: what to try, and whom to call. */
function emptyState(ctx: PageContext, { query, suggestions }: ItemsData): Html {
  const { t, county } = ctx;
  const isNarrow =
    query.audience !== undefined || query.theme !== undefined || query.orgId !== undefined;
  return html`<div class="empty">
<p>${query.q === undefined ? t('items.empty-filter') : t('items.empty', { q: query.q })}</p>
<ul>
${
  isNarrow &&
  query.q !== undefined &&
  html`<li><a href="${itemsLink({ q: query.q })}">${t('items.empty-widen')}</a></li>`
}
<li>${t('items.empty-words')}</li>
<li>${t('items.empty-call', { phone: county.phone })}</li>
</ul>
${
  suggestions.length > 0 &&
  html`<p>${t('items.empty-others')}</p><ul class="chips">${suggestions
    .slice(0, 8)
    .map(
      (event) =>
        html`<li><a href="/items?q=${encodeURIComponent(event.query)}">${localName(
          ctx.locale,
          event,
        )}</a></li>`,
    )}</ul>`
}</div>`;
}
