import { addDays, addMonths, plainDate, weekday, type PlainDate } from '@yichuang/kernel/time';

/** Days in Asia/Shanghai, both in it. */
export interface Period {
  readonly from: PlainDate;
  readonly until: PlainDate;
}

const WEEK = 7;

/** Monday to Sunday of the last week that is over. */
export function lastWeekOf(today: PlainDate): Period {
  const monday = addDays(today, 1 - weekday(today));
  return { from: addDays(monday, -WEEK), until: addDays(monday, -1) };
}

/** The year so far. */
export function yearOf(today: PlainDate): Period {
  return { from: plainDate(`${today.slice(0, 4)}-01-01`), until: today };
}

/**
 * Whole months around a period. The public chooses among these alone: from two periods that differ
 * by one day the letters of that day could be read off.
 */
export function wholeMonths({ from, until }: Period): Period {
  return { from: firstOfMonth(from), until: lastOfMonth(until) };
}

export function firstOfMonth(day: PlainDate): PlainDate {
  return plainDate(`${day.slice(0, 7)}-01`);
}

export function lastOfMonth(day: PlainDate): PlainDate {
  return addDays(addMonths(firstOfMonth(day), 1), -1);
}

/** @param quarter `2026-Q4` */
export function quarterOf(quarter: string): Period {
  const [year = '', number = ''] = quarter.split('-Q');
  const first = plainDate(`${year}-${String(Number(number) * 3 - 2).padStart(2, '0')}-01`);
  return { from: first, until: addDays(addMonths(first, 3), -1) };
}
