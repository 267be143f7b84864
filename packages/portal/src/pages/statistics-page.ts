import type { Figure, IndicatorInfo, PublicStatistics } from '@yichuang/contracts';
import { breadcrumbs } from '../components/breadcrumbs.ts';
import { layout } from '../components/layout.ts';
import { html, type Html } from '../html.ts';
import type { PageContext } from '../page-context.ts';
import { plainDay } from '../texts/dates.ts';

const GROUPS = ['time', 'ease', 'care', 'voice'] as const;

/** The county's figures of the year, each with its formula and what it was divided by. */
export function statisticsPage(ctx: PageContext, found: PublicStatistics): Html {
  const { t } = ctx;
  return layout(ctx, {
    title: t('statistics.title'),
    isWide: true,
    main: html`
${breadcrumbs(ctx, [])}
<h1>${t('statistics.title')}</h1>
<div class="text-column"><p class="lead">${t('statistics.lead')}</p></div>
<p>${t('statistics.period', {
      from: plainDay(t, found.from),
      until: plainDay(t, found.until),
    })}</p>
${GROUPS.map((group) => groupTable(ctx, found, group))}`,
  });
}

function groupTable(
  ctx: PageContext,
  { indicators, figures }: PublicStatistics,
  group: (typeof GROUPS)[number],
): Html {
  const { t } = ctx;
  const shown = indicators.filter((one) => one.group === group);
  if (shown.length === 0) return html``;
  return html`<h2>${t(`statistics.group.${group}`)}</h2>
<table class="table"><thead><tr><th scope="col">${t('statistics.name')}</th>
<th scope="col" class="number">${t('statistics.value')}</th>
<th scope="col" class="number">${t('statistics.base')}</th></tr></thead>
<tbody>${shown.map((one) => indicatorRow(ctx, one, figures[one.id] ?? { of: 0 }))}</tbody></table>`;
}

function indicatorRow(ctx: PageContext, one: IndicatorInfo, figure: Figure): Html {
  const { t } = ctx;
  const base = (figure.per ?? figure.of).toLocaleString('en-US');
  const basis = one.basis === undefined ? '' : html` ${one.basis}`;
  return html`<tr><th scope="row">${one.name}<details><summary>${t('statistics.formula')}</summary>
<p class="hint">${one.formula}${basis}</p></details></th>
<td class="number">${valueText(ctx, one.kind, figure.value)}</td>
<td class="number">${base}</td></tr>`;
}

/** Rounded down: 99.96 % is not all. */
function valueText(
  { t }: PageContext,
  kind: IndicatorInfo['kind'],
  value: number | undefined,
): string {
  if (value === undefined) return t('record.none');
  return kind === 'share' ? `${(Math.floor(value * 1000) / 10).toFixed(1)}%` : String(value);
}
