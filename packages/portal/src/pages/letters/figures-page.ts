import type { LetterStatistics, RankingReport } from '@yichuang/contracts';
import { barTable } from '../../components/bar-table.ts';
import { breadcrumbs } from '../../components/breadcrumbs.ts';
import { layout } from '../../components/layout.ts';
import { weekChart } from '../../components/week-chart.ts';
import { html, type Html } from '../../html.ts';
import type { PageContext } from '../../page-context.ts';
import { plainDay } from '../../texts/dates.ts';
import { letterKinds, lettersLink } from './letters-page.ts';

export interface FiguresData {
  readonly statistics: LetterStatistics;
  readonly ranking: RankingReport;
}

/** How letters fare, and which unit answers them how: counted, never reported. */
export function figuresPage(ctx: PageContext, { statistics, ranking }: FiguresData): Html {
  const { t } = ctx;
  return layout(ctx, {
    title: t('figures.title'),
    isWide: true,
    main: html`
${breadcrumbs(ctx, [{ href: '/letters', label: t('letters.title') }])}
<h1>${t('figures.title')}</h1>
<p>${t('figures.period', {
      from: plainDay(t, statistics.from),
      until: plainDay(t, statistics.until),
    })}</p>
${bigNumbers(ctx, statistics)}
${weekChart(ctx, statistics.byWeek)}
${shares(ctx, statistics)}
${rankingPart(ctx, ranking)}
<p class="hint">${t('figures.source')}</p>`,
  });
}

function bigNumbers(ctx: PageContext, statistics: LetterStatistics): Html {
  const { t } = ctx;
  const { medianDays } = statistics;
  const numbers = [
    { name: t('figures.received'), value: statistics.received.toLocaleString('en-US') },
    { name: t('figures.answered'), value: statistics.answered.toLocaleString('en-US') },
    { name: t('figures.on-time'), value: percent(ctx, statistics.onTimeShare) },
    {
      name: t('figures.median'),
      value: medianDays === undefined ? t('record.none') : t('figures.days', { n: medianDays }),
    },
    { name: t('figures.satisfied'), value: percent(ctx, statistics.satisfiedShare) },
  ];
  return html`<section class="record" aria-labelledby="numbers">
<h2 class="visually-hidden" id="numbers">${t('figures.numbers')}</h2>
<dl class="record-five">${numbers.map(
    ({ name, value }) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`,
  )}</dl></section>`;
}

/** The key of letters that do not say. */
const notStated = 'none';

/** Rounded down: 99.96 % is not all. */
function percent({ t }: PageContext, share: number | undefined): string {
  return share === undefined ? t('record.none') : `${(Math.floor(share * 1000) / 10).toFixed(1)}%`;
}

function shares(ctx: PageContext, statistics: LetterStatistics): Html {
  const { t } = ctx;
  const head = { name: t('figures.name'), count: t('figures.count') };
  const kindLink = (key: string) => {
    const kind = letterKinds.find((each) => each === key);
    return kind === undefined ? undefined : lettersLink({ kind });
  };
  const groups = [
    {
      caption: t('figures.by-kind'),
      rows: statistics.byKind.map((row) => ({ ...row, href: kindLink(row.key) })),
    },
    { caption: t('figures.by-category'), rows: statistics.byCategory },
    {
      caption: t('figures.by-division'),
      rows: statistics.byDivision.map((row) => ({
        ...row,
        href: row.key === notStated ? undefined : lettersLink({ divisionId: row.key }),
      })),
    },
    { caption: t('figures.by-channel'), rows: statistics.byChannel },
  ].filter(({ rows }) => rows.length > 0);
  return html`<div class="figure-groups">${groups.map(({ caption, rows }) =>
    barTable(rows, { ...head, caption }),
  )}</div>`;
}

function rankingPart(ctx: PageContext, ranking: RankingReport): Html {
  const { t } = ctx;
  return html`<section aria-labelledby="ranking"><h2 id="ranking">${t('figures.ranking')}</h2>
<details><summary>${t('figures.formula')}</summary><p>${ranking.formula}</p></details>
${
  ranking.units.length === 0
    ? html`<div class="empty"><p>${t('figures.ranking-none')}</p></div>`
    : html`<div class="table-scroll" tabindex="0" role="region" aria-labelledby="ranking">
<table class="table ranking"><thead><tr><th scope="col">${t('figures.rank')}</th>
<th scope="col">${t('figures.unit')}</th><th scope="col">${t('figures.answered')}</th>
<th scope="col">${t('figures.on-time')}</th><th scope="col">${t('figures.quality')}</th>
<th scope="col">${t('figures.satisfied')}</th>
<th scope="col">${t('figures.median-short')}</th>
<th scope="col">${t('figures.score')}</th></tr></thead>
<tbody>${ranking.units.map(
        (unit) => html`<tr><td class="number">${unit.score === undefined ? '—' : unit.rank}</td>
<th scope="row"><a href="${lettersLink({ unitId: unit.orgId })}">${unit.name}</a></th>
<td class="number">${unit.answered}/${unit.received}</td>
<td class="number">${percent(ctx, unit.onTimeShare)}</td>
<td class="number">${percent(ctx, unit.qualityShare)}</td>
<td class="number">${percent(ctx, unit.satisfiedShare)}</td>
<td class="number">${unit.medianDays ?? t('record.none')}</td>
<td class="number"><strong>${unit.score?.toFixed(1) ?? t('record.none')}</strong></td></tr>`,
      )}</tbody></table></div>`
}</section>`;
}
