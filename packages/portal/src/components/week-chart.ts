import { html, type Html } from '../html.ts';
import type { PageContext } from '../page-context.ts';
import { plainDay, shortDay } from '../texts/dates.ts';

export interface WeekCount {
  readonly week: string;
  readonly received: number;
  readonly answered: number;
}

const height = 40;

/** Two columns a week, received and answered; the table below holds every number. */
export function weekChart(ctx: PageContext, weeks: readonly WeekCount[]): Html | false {
  const [first, last] = [weeks[0], weeks.at(-1)];
  if (first === undefined || last === undefined) return false;
  const { t } = ctx;
  const most = Math.max(1, ...weeks.flatMap(({ received, answered }) => [received, answered]));
  return html`<figure class="week-chart"><figcaption>${t('figures.weeks')}
<span class="legend"><span class="legend-received">■</span> ${t('figures.received')}
<span class="legend-answered">■</span> ${t('figures.answered')}</span></figcaption>
<p class="hint week-most">${t('figures.most', { n: most })}</p>
<svg class="week-plot" viewBox="0 0 ${weeks.length * 10} ${height}" preserveAspectRatio="none"
 role="img" aria-label="${t('figures.weeks-label', {
   from: plainDay(t, first.week),
   until: plainDay(t, last.week),
   most,
 })}">
${weeks.map((week, i) => [
  column(i * 10 + 1, week.received / most, 'plot-received'),
  column(i * 10 + 5, week.answered / most, 'plot-answered'),
])}</svg>
<p class="week-ends"><span>${shortDay(t, first.week)}</span>
<span>${shortDay(t, last.week)}</span></p>
<details><summary>${t('figures.as-table')}</summary>${table(ctx, weeks)}</details></figure>`;
}

function column(x: number, share: number, name: string): Html {
  const tall = Math.round(share * height * 10) / 10;
  return html`<rect class="${name}" x="${x}" y="${height - tall}" width="4"
 height="${tall}"></rect>`;
}

function table({ t }: PageContext, weeks: readonly WeekCount[]): Html {
  return html`<table class="table"><caption class="visually-hidden">${t('figures.weeks')}</caption>
<thead><tr><th scope="col">${t('figures.week')}</th><th scope="col">${t('figures.received')}</th>
<th scope="col">${t('figures.answered')}</th></tr></thead>
<tbody>${weeks.map(
    (week) => html`<tr><th scope="row">${plainDay(t, week.week)}</th>
<td class="number">${week.received}</td><td class="number">${week.answered}</td></tr>`,
  )}</tbody></table>`;
}
