/** Working minutes between two instants: nights, weekends, holidays and the lunch break cut out. */
import {
  civilDate,
  instantMs,
  isWorkingDay,
  nextWorkingDay,
  startOfDay,
  type Calendar,
  type Instant,
  type PlainDate,
} from '@yichuang/kernel/time';

/** Minutes after midnight, Shanghai. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** 9 to 12 and 14 to 18, the usual hours of county offices: seven hours. */
export const OFFICE_HOURS: readonly Span[] = [
  { from: 9 * 60, to: 12 * 60 },
  { from: 14 * 60, to: 18 * 60 },
];
export const MINUTES_OF_DAY = 420;

export function workingMinutes(calendar: Calendar, from: Instant, to: Instant): number {
  if (to <= from) return 0;
  const [first, last] = [civilDate(from), civilDate(to)];
  if (first === last) return within(calendar, first, minuteOf(from), minuteOf(to));
  const between = Math.max(0, workingDaysBetween(calendar, first, last));
  return (
    within(calendar, first, minuteOf(from), 24 * 60) +
    between * MINUTES_OF_DAY +
    within(calendar, last, 0, minuteOf(to))
  );
}

/** Whole working days after `first` and before `last`. */
function workingDaysBetween(calendar: Calendar, first: PlainDate, last: PlainDate): number {
  let days = 0;
  for (let day = nextWorkingDay(calendar, first); day < last; day = nextWorkingDay(calendar, day)) {
    days += 1;
  }
  return days;
}

function within(calendar: Calendar, day: PlainDate, from: number, to: number): number {
  if (!isWorkingDay(calendar, day)) return 0;
  const parts = OFFICE_HOURS.map((span) =>
    Math.max(0, Math.min(to, span.to) - Math.max(from, span.from)),
  );
  return parts.reduce((sum, minutes) => sum + minutes, 0);
}

function minuteOf(at: Instant): number {
  return (instantMs(at) - instantMs(startOfDay(civilDate(at)))) / 60_000;
}
