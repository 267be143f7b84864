/**
 * Civil days without a clock and without `Date`.
 *
 * A `PlainDate` is a day in Asia/Shanghai, written 'YYYY-MM-DD', years 0001 to 9999 of the
 * proleptic Gregorian calendar. The text form sorts and compares as the days do, which is why it
 * is a branded string and not an object: it goes through JSON, SQL and React keys unchanged.
 *
 * Limits are counted on days, not on moments.
 */
export type PlainDate = string & { readonly __plainDate: true };

/** Days since 1970-01-01; the form in which the kernel counts. Never leaves kernel/time. */
export type DayNumber = number;

/** Monday is 1, Sunday is 7 (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const SHAPE = /^\d{4}-\d{2}-\d{2}$/;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const FIRST_DAY = -719162;
const LAST_DAY = 2932896;

/** True for the text of a day that exists: '2026-02-30' is false. */
export function isPlainDate(text: string): text is PlainDate {
  if (!SHAPE.test(text)) return false;
  const year = Number(text.slice(0, 4));
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8, 10));
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month);
}

/** Brands a text as a day. @throws RangeError when there is no such day (a programmer's error). */
export function plainDate(text: string): PlainDate {
  if (!isPlainDate(text)) throw new RangeError(`not a date: ${JSON.stringify(text)}`);
  return text;
}

/** The day `days` later (earlier when negative). */
export function addDays(date: PlainDate, days: number): PlainDate {
  return fromDayNumber(toDayNumber(date) + days);
}

/** Days from `a` to `b`; positive when `b` is later. */
export function daysBetween(a: PlainDate, b: PlainDate): number {
  return toDayNumber(b) - toDayNumber(a);
}

/** Negative, zero or positive, for sorting. */
export function compareDates(a: PlainDate, b: PlainDate): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function weekday(date: PlainDate): Weekday {
  return weekdayOf(toDayNumber(date));
}

/**
 * The corresponding day `months` later, or the month's last day where there is none.
 *
 * @basis 民法典 第202条: 按照年、月计算期间的，到期月的对应日为期间的最后一日；没有对应日的，月末日为期间的最后一日。
 */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const index = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  const day = Math.min(Number(date.slice(8, 10)), monthLength(year, month));
  return plainDate(`${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`);
}

/** Days since 1970-01-01. The algorithm is Howard Hinnant's days_from_civil: integers only. */
export function toDayNumber(date: PlainDate): DayNumber {
  const month = Number(date.slice(5, 7));
  const year = Number(date.slice(0, 4)) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear =
    Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + Number(date.slice(8, 10)) - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** @throws RangeError outside the years 0001 to 9999 or for a number that is not whole. */
export function fromDayNumber(days: DayNumber): PlainDate {
  if (!Number.isInteger(days) || days < FIRST_DAY || days > LAST_DAY) {
    throw new RangeError(`not a day number: ${days}`);
  }
  const shifted = days + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36524) -
      Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}` as PlainDate;
}

export function weekdayOf(days: DayNumber): Weekday {
  // 1970-01-01 was a Thursday.
  return (((((days + 3) % 7) + 7) % 7) + 1) as Weekday;
}

function monthLength(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && isLeap ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
