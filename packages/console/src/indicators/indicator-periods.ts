/** Months, quarters, halves and years, as spans of days and by name. Pure. */
import type { Period } from '../api/letters.ts';
import { addDays } from '../letter-reports/periods.ts';

export const SPANS = ['day', 'week', 'month', 'quarter', 'half', 'year'] as const;
export type Span = (typeof SPANS)[number];

const MONTHS = { month: 1, quarter: 3, half: 6, year: 12 } as const;
type MonthSpan = keyof typeof MONTHS;

/** The span that a day lies in, moved by so many of its kind. */
export function spanAround(day: string, span: Span, by = 0): Period {
  if (span === 'day') return { from: addDays(day, by), until: addDays(day, by) };
  if (span === 'week') {
    const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
    const from = addDays(day, by * 7 - weekday);
    return { from, until: addDays(from, 6) };
  }
  const months = MONTHS[span];
  const first = (Math.floor(monthIndex(day) / months) + by) * months;
  return { from: firstDay(first), until: addDays(firstDay(first + months), -1) };
}

/** Which span these days are, if any. */
export function spanOf({ from, until }: Period): Span | undefined {
  return SPANS.find((span) => {
    const found = spanAround(from, span);
    return found.from === from && found.until === until;
  });
}

/** The same kind of span before or after; for free days as many of them. */
export function moved(period: Period, by: number): Period {
  const span = spanOf(period);
  if (span !== undefined) return spanAround(period.from, span, by);
  const days = (Date.parse(period.until) - Date.parse(period.from)) / 86_400_000 + 1;
  return { from: addDays(period.from, by * days), until: addDays(period.until, by * days) };
}

/** `2026-11`, `2026-Q4`, `2026-H2`, `2026`: the last ones, newest first. */
export function lastPeriods(today: string, span: MonthSpan, count: number): readonly string[] {
  const months = MONTHS[span];
  const newest = Math.floor(monthIndex(today) / months);
  return Array.from({ length: count }, (_, back) => nameOf(span, newest - back));
}

/** The kind of a period's name. */
export function spanOfName(name: string): MonthSpan {
  if (name.includes('Q')) return 'quarter';
  if (name.includes('H')) return 'half';
  return name.includes('-') ? 'month' : 'year';
}

function nameOf(span: MonthSpan, index: number): string {
  const perYear = 12 / MONTHS[span];
  const year = Math.floor(index / perYear);
  const n = (index % perYear) + 1;
  switch (span) {
    case 'month':
      return `${year}-${String(n).padStart(2, '0')}`;
    case 'quarter':
      return `${year}-Q${n}`;
    case 'half':
      return `${year}-H${n}`;
    case 'year':
      return String(year);
  }
}

function monthIndex(day: string): number {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return year * 12 + month - 1;
}

function firstDay(index: number): string {
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`;
}
