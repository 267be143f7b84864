import type { DayNumber, PlainDate } from './plain-date.ts';
import { fromDayNumber, isPlainDate, toDayNumber } from './plain-date.ts';

/**
 * A moment in UTC with milliseconds, 'YYYY-MM-DDTHH:mm:ss.sssZ'. One spelling only, so that texts
 * compare as moments do. The kernel never asks what time it is: every instant is handed in.
 */
export type Instant = string & { readonly __instant: true };

const SHAPE = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;
const DAY_MS = 86_400_000;
/** China has kept UTC+8 without summer time since 1991-09-15; no limit here is older. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** True for exactly the spelling above, with a day that exists. */
export function isInstant(text: string): text is Instant {
  return SHAPE.test(text) && isPlainDate(text.slice(0, 10));
}

/** Brands a text as an instant. @throws RangeError for any other spelling. */
export function instant(text: string): Instant {
  if (!isInstant(text)) throw new RangeError(`not an instant: ${JSON.stringify(text)}`);
  return text;
}

/** Milliseconds since 1970-01-01T00:00:00.000Z. */
export function instantMs(at: Instant): number {
  const day = toDayNumber(at.slice(0, 10) as PlainDate);
  return (
    day * DAY_MS +
    Number(at.slice(11, 13)) * 3_600_000 +
    Number(at.slice(14, 16)) * 60_000 +
    Number(at.slice(17, 19)) * 1000 +
    Number(at.slice(20, 23))
  );
}

/** @throws RangeError for milliseconds that are not whole or fall outside years 0001 to 9999. */
export function instantFromMs(ms: number): Instant {
  if (!Number.isInteger(ms)) throw new RangeError(`not whole milliseconds: ${ms}`);
  const day = Math.floor(ms / DAY_MS);
  const rest = ms - day * DAY_MS;
  const hours = two(Math.floor(rest / 3_600_000));
  const minutes = two(Math.floor(rest / 60_000) % 60);
  const seconds = two(Math.floor(rest / 1000) % 60);
  const fraction = String(rest % 1000).padStart(3, '0');
  return `${fromDayNumber(day)}T${hours}:${minutes}:${seconds}.${fraction}Z` as Instant;
}

export function addMs(at: Instant, ms: number): Instant {
  return instantFromMs(instantMs(at) + ms);
}

/** Negative, zero or positive, for sorting. */
export function compareInstants(a: Instant, b: Instant): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The day in Asia/Shanghai on which the instant falls (laws.md C10). */
export function civilDate(at: Instant): PlainDate {
  return fromDayNumber(Math.floor((instantMs(at) + SHANGHAI_OFFSET_MS) / DAY_MS));
}

/** 00:00 in Shanghai. */
export function startOfDay(date: PlainDate): Instant {
  return startOfDayNumber(toDayNumber(date));
}

/**
 * 24:00 in Shanghai, which is 00:00 of the next day: the first instant that no longer belongs to
 * the day. What happens at this instant is late.
 *
 * @basis 民法典 第203条第2款: 期间的最后一日的截止时间为二十四时；有业务时间的，停止业务活动的时间为截止时间。
 */
export function endOfDay(date: PlainDate): Instant {
  return startOfDayNumber(toDayNumber(date) + 1);
}

function startOfDayNumber(day: DayNumber): Instant {
  return instantFromMs(day * DAY_MS - SHANGHAI_OFFSET_MS);
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
