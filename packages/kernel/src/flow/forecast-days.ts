/** Days of a forecast: nothing is more exact than the day, and an unknown day stays unknown. */
import { addDays, nextWorkingDay, type Calendar, type PlainDate } from '../time/index.ts';

/** The day on which a limit that begins on `from` ends; undefined where either is not known. */
export function plus(
  from: PlainDate | undefined,
  limit: { readonly amount: number; readonly unit: 'WD' | 'CD' } | undefined,
  calendar: Calendar,
): PlainDate | undefined {
  if (from === undefined || limit === undefined) return undefined;
  if (limit.unit === 'CD') return addDays(from, limit.amount);
  let day = from;
  for (let n = 0; n < limit.amount; n += 1) day = nextWorkingDay(calendar, day);
  return day;
}

export function laterOf(a: PlainDate, b: PlainDate): PlainDate {
  return a < b ? b : a;
}
