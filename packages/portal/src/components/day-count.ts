import type { ClockExplanation } from '@yichuang/contracts';
import { plainDate, weekday, type PlainDate } from '@yichuang/kernel/time';
import { attribute, html, type Html } from '../html.ts';
import type { PageContext } from '../page-context.ts';
import { monthTitle, weekdayName } from '../texts/dates.ts';

type Day = ClockExplanation['days'][number];
const week = [1, 2, 3, 4, 5, 6, 7] as const;

/**
 * The count as the calendar on the wall: a table for each month, Monday first, each day with its
 * number in the count or why it does not count.
 */
export function dayCount(ctx: PageContext, days: readonly Day[]): Html {
  const inOrder = days.toSorted((a, b) => (a.date < b.date ? -1 : 1));
  const months = Map.groupBy(inOrder, ({ date }) => date.slice(0, 7));
  return html`<div class="months">${[...months.values()].map((of) => monthTable(ctx, of))}</div>`;
}

function monthTable(ctx: PageContext, days: readonly Day[]): Html {
  const [first] = days;
  if (first === undefined) return html``;
  const rows: (Day | undefined)[][] = [];
  for (const day of days) {
    const at = weekday(plainDate(day.date)) - 1;
    if (rows.length === 0 || at === 0) rows.push(Array.from({ length: 7 }, () => undefined));
    const row = rows.at(-1);
    if (row !== undefined) row[at] = day;
  }
  return html`<table class="month"><caption>${monthTitle(ctx.t, first.date as PlainDate)}</caption>
<thead><tr>${week.map((n) => html`<th scope="col">${weekdayName(ctx.t, n)}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row.map((day) => dayCell(day))}</tr>`)}</tbody></table>`;
}

function dayCell(day: Day | undefined): Html {
  if (day === undefined) return html`<td class="day-none"></td>`;
  return html`<td class="day day-${day.kind}"${attribute('title', day.source)}>
<time datetime="${day.date}">${Number(day.date.slice(8, 10))}</time>
<span class="day-text">${day.text}</span></td>`;
}
