import type { Calendar } from './calendar.ts';
import { factsOf } from './calendar.ts';
import type { SuspendedSpan, Suspension } from './clock.ts';
import { spanAt, suspendedSpans } from './clock.ts';
import type { DayNumber, PlainDate } from './plain-date.ts';
import { addMonths, fromDayNumber, plainDate, toDayNumber } from './plain-date.ts';
import type { LimitRule } from './rule.ts';

/** Everything a due date depends on; the same input always gives the same answer. */
export interface LimitInput {
  readonly rule: LimitRule;
  /** Day 0, which is never counted; for DATE the fixed day itself, or any day before it. */
  readonly from: PlainDate;
  /** The case's own amount, in the rule's unit, instead of the rule's. */
  readonly amount?: number;
  readonly extensions?: readonly LimitExtension[];
  readonly suspensions?: readonly Suspension[];
  readonly calendar: Calendar;
  /** The day up to which a suspension that still runs is read. */
  readonly asOf?: PlainDate;
}

/** A granted extension; `amount` in the rule's unit. */
export interface LimitExtension {
  readonly amount: number;
  readonly on?: PlainDate;
  readonly reason?: string;
}

/** The course of one count: `due` is the strict last day, before any rolling. */
export interface Count {
  readonly start: DayNumber;
  readonly due: DayNumber;
  /** Units counted in days; months have become the days they span. */
  readonly total: number;
  /** Of `total`, how many precede the first extension. */
  readonly ordinary: number;
  /** The day of the n-th unit stands at n - 1. */
  readonly countedOn: readonly DayNumber[];
  readonly spans: readonly SuspendedSpan[];
  readonly step: 1 | -1;
}

const LONGEST_LIMIT_DAYS = 40_000;

/**
 * Counts the days of a limit, one by one. `computeLimit` and `explainLimit` both stand on this
 * walk, so an explanation cannot disagree with the date that it explains.
 *
 * @basis 民法典 第201条第1款: 按照年、月、日计算期间的，开始的当日不计入，自下一日开始计算。
 * @throws RangeError for an amount that is not a whole number of at least 0.
 */
export function countDays(input: LimitInput): Count {
  const { rule, calendar } = input;
  const start = toDayNumber(firstDay(input));
  const step = rule.direction === 'forward' ? 1 : -1;
  const spans = suspendedSpans(rule, input.suspensions ?? [], input.asOf);
  const base = input.amount ?? rule.amount;
  const added = (input.extensions ?? []).reduce((sum, extension) => sum + extension.amount, 0);
  const total = inDays(rule, start, base + added, step);
  const ordinary = inDays(rule, start, base, step);
  const countedOn: DayNumber[] = [];
  let day = start;
  while (countedOn.length < total) {
    day += step;
    if (spanAt(spans, day) !== undefined) continue;
    if (rule.unit !== 'WD' || factsOf(calendar, day).isWorking) countedOn.push(day);
  }
  return { start, due: day, total, ordinary, countedOn, spans, step };
}

/** The working or calendar days of a rule's amount; a month's length depends on where it lies. */
function inDays(rule: LimitRule, start: DayNumber, amount: number, step: 1 | -1): number {
  if (!Number.isInteger(amount) || amount < 0) {
    throw new RangeError(`limit ${rule.id}: not a whole amount: ${amount}`);
  }
  const days =
    rule.unit === 'MONTH'
      ? Math.abs(toDayNumber(addMonths(fromDayNumber(start), amount * step)) - start)
      : amount;
  if (days > LONGEST_LIMIT_DAYS) throw new RangeError(`limit ${rule.id}: too long: ${amount}`);
  return days;
}

function firstDay({ rule, from }: LimitInput): PlainDate {
  if (rule.fixedDate === undefined) return from;
  const sameYear = plainDate(`${from.slice(0, 4)}-${rule.fixedDate}`);
  return sameYear >= from ? sameYear : addMonths(sameYear, 12);
}
