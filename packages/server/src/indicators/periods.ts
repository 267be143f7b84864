/** Periods of Shanghai days, both ends in them. Pure. */
import { addDays, addMonths, daysBetween, plainDate, type PlainDate } from '@yichuang/kernel/time';
import type { CountedSpan } from './case-counts.pg.ts';

export interface Period {
  readonly from: PlainDate;
  readonly until: PlainDate;
}

/** `2026-11`, `2026-Q4`, `2026-H2`, `2026`. */
export const PERIOD_NAME = '^[12]\\d{3}(-(0[1-9]|1[0-2])|-Q[1-4]|-H[12])?$';

/** @param name of PERIOD_NAME */
export function periodOf(name: string): Period {
  const [year = '', part = ''] = name.split('-');
  const { month, months } = monthsOf(part);
  const from = plainDate(`${year}-${String(month).padStart(2, '0')}-01`);
  return { from, until: addDays(addMonths(from, months), -1) };
}

/** The name of a month, quarter, half or year; undefined for other days. */
export function nameOfPeriod({ from, until }: Period): string | undefined {
  const year = from.slice(0, 4);
  const month = Number(from.slice(5, 7));
  const names = [
    `${year}-${from.slice(5, 7)}`,
    `${year}-Q${Math.ceil(month / 3)}`,
    `${year}-H${Math.ceil(month / 6)}`,
    year,
  ];
  return names.find((name) => {
    const period = periodOf(name);
    return period.from === from && period.until === until;
  });
}

function monthsOf(part: string): { readonly month: number; readonly months: number } {
  const n = Number(part.replace(/^[QH]/u, ''));
  if (part === '') return { month: 1, months: 12 };
  if (part.startsWith('Q')) return { month: n * 3 - 2, months: 3 };
  if (part.startsWith('H')) return { month: n * 6 - 5, months: 6 };
  return { month: n, months: 1 };
}

/** As many whole months before, or as many days where it is not made of whole months. */
export function periodBefore({ from, until }: Period): Period {
  const last = addDays(from, -1);
  const isWhole = from.endsWith('-01') && addDays(until, 1).endsWith('-01');
  if (!isWhole) return { from: addDays(from, daysBetween(until, from) - 1), until: last };
  const months = monthNumber(until) - monthNumber(from) + 1;
  return { from: addMonths(from, -months), until: last };
}

function monthNumber(day: PlainDate): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
}

/** Open cases are judged when the period is over, or today while it lasts. */
export function spanOf({ from, until }: Period, today: PlainDate): CountedSpan {
  const after = addDays(until, 1);
  return { from, until, asOf: after < today ? after : today };
}
