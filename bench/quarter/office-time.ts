/**
 * Time as offices have it: minutes at work, counted from the first working day. Between 11:59 and
 * 14:00 lies one minute, between 17:29 and the next working day's 08:30 another.
 */
import {
  addDays,
  civilDate,
  daysBetween,
  instantFromMs,
  instantMs,
  isWorkingDay,
  startOfDay,
  type Calendar,
  type Instant,
  type PlainDate,
} from '../../packages/kernel/src/time/index.ts';

export const DAY_MINUTES = 420;
const MORNING = 8 * 60 + 30;
const MORNING_MINUTES = 210;
const AFTERNOON = 14 * 60;

export interface OfficeTime {
  /** Minutes at work from the beginning to the first one on or after the day. */
  minuteOf(day: PlainDate): number;
  /** The instant of a minute, with seconds, which tell one act from the next. */
  at(minute: number, seconds?: number): Instant;
  /** The first minute at work that is not before the instant. */
  minuteFrom(at: Instant): number;
}

export function officeTime(calendar: Calendar, first: PlainDate, days: number): OfficeTime {
  const working: PlainDate[] = [];
  const before: number[] = [];
  for (let i = 0; i < days; i += 1) {
    const day = addDays(first, i);
    before.push(working.length);
    if (isWorkingDay(calendar, day)) working.push(day);
  }
  const starts = working.map((day) => instantMs(startOfDay(day)));
  const minuteOf = (day: PlainDate): number =>
    (before[daysBetween(first, day)] ?? working.length) * DAY_MINUTES;
  return {
    minuteOf,
    at(minute, seconds = 0) {
      const start = starts[Math.floor(minute / DAY_MINUTES)];
      if (start === undefined) throw new RangeError(`no working day for minute ${minute}`);
      const inDay = Math.floor(minute) % DAY_MINUTES;
      const clock = inDay < MORNING_MINUTES ? MORNING + inDay : AFTERNOON + inDay - MORNING_MINUTES;
      return instantFromMs(start + clock * 60_000 + Math.floor(seconds * 1000));
    },
    minuteFrom(at) {
      const day = civilDate(at);
      const clock = Math.floor((instantMs(at) - instantMs(startOfDay(day))) / 60_000);
      const own = minuteOf(day);
      if (!isWorkingDay(calendar, day)) return own;
      if (clock < MORNING) return own;
      if (clock < MORNING + MORNING_MINUTES) return own + clock - MORNING;
      if (clock < AFTERNOON) return own + MORNING_MINUTES;
      const afternoon = own + MORNING_MINUTES + clock - AFTERNOON;
      return Math.min(afternoon, own + DAY_MINUTES);
    },
  };
}
