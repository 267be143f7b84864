import type { Calendar } from './calendar.ts';
import { isPublished, isWorkingDay, workingDayOnOrAfter } from './calendar.ts';
import type { Count, LimitInput } from './count.ts';
import { countDays } from './count.ts';
import type { Instant } from './instant.ts';
import { civilDate, endOfDay, startOfDay } from './instant.ts';
import type { PlainDate } from './plain-date.ts';
import { addDays, fromDayNumber, toDayNumber } from './plain-date.ts';
import type { LimitRule } from './rule.ts';

/** What a limit comes to. Dates are Shanghai days, instants UTC. */
export interface LimitResult {
  /** The last day on which the act is in time: `rolledOn` for a citizen's right or `strictOn`. */
  readonly dueOn: PlainDate;
  readonly strictOn: PlainDate;
  /** `strictOn`, or the first working day after it where the rule rolls. */
  readonly rolledOn: PlainDate;
  /** The count needed a year whose official calendar is not known; plain weekends stood in. */
  readonly provisional: boolean;
  /** Those years, ascending. */
  readonly missingYears: readonly number[];
  /** First instant of yellow: 00:00 of the first day at whose end few enough units are left. */
  readonly warnAt: Instant;
  /** First instant of red: 24:00 of `dueOn`. */
  readonly overdueAt: Instant;
  /** Working days for WD, calendar days for every other unit. */
  readonly countedDays: number;
  readonly calendarVersion: string;
}

const DEFAULT_WARN_SHARE = 0.2;
/** 0.29 × 100 is 28.999999999999996 in binary; a share must not lose a day to that. */
const EPSILON = 1e-9;

/**
 * The due date of a limit, with everything that is stored beside a clock. Suspensions whose reason
 * the rule does not name are ignored: the law excludes named procedures, not every wait.
 *
 * Extensions are taken as granted; whether one may be granted is `extensionProblem`'s question.
 *
 * @basis 行政许可法 第82条: 本法规定的行政机关实施行政许可的期限以工作日计算，不含法定节假日。
 * @throws RangeError for a negative or broken amount, or a running suspension without `asOf`.
 */
export function computeLimit(input: LimitInput): LimitResult {
  const { rule, calendar } = input;
  const count = countDays(input);
  const strictOn = fromDayNumber(count.due);
  const rolledOn = rolls(rule) ? workingDayOnOrAfter(calendar, strictOn) : strictOn;
  const dueOn = rule.citizenRight === true ? rolledOn : strictOn;
  const missingYears = unpublishedYears(rule, calendar, count, rolledOn);
  return {
    dueOn,
    strictOn,
    rolledOn,
    provisional: missingYears.length > 0,
    missingYears,
    warnAt: startOfDay(warnDay(input, count, dueOn)),
    overdueAt: endOfDay(dueOn),
    countedDays: count.total,
    calendarVersion: calendar.version,
  };
}

/**
 * Working days left after the end of day `from` until the end of `dueOn`; negative when late, and
 * then the number of working days that it is late.
 */
export function remainingWorkingDays(
  calendar: Calendar,
  from: PlainDate,
  dueOn: PlainDate,
): number {
  const [early, late, sign] = from <= dueOn ? [from, dueOn, 1] : [dueOn, from, -1];
  let working = 0;
  for (let date = addDays(early, 1); date <= late; date = addDays(date, 1)) {
    if (isWorkingDay(calendar, date)) working += 1;
  }
  return working === 0 ? 0 : sign * working;
}

/**
 * The day that counts as the day of filing, day 0 of what follows. Statutes are silent on filings
 * on a day off: policy A takes the day itself, policy B the next working day (laws.md C9).
 */
export function filingDay(policy: 'A' | 'B', at: Instant, calendar: Calendar): PlainDate {
  const date = civilDate(at);
  return policy === 'A' ? date : workingDayOnOrAfter(calendar, date);
}

export type ExtensionProblem = 'not-extendable' | 'too-long' | 'too-often' | 'too-late';

/**
 * Why an extension may not be granted, or undefined when it may: not at all, more than the
 * instrument allows, once too often, or after the limit had ended.
 *
 * @param on the day of the grant, in the count as it stands before it
 */
export function extensionProblem(
  input: LimitInput,
  amount: number,
  on: PlainDate,
): ExtensionProblem | undefined {
  const allowed = input.rule.extension;
  if (allowed === undefined) return 'not-extendable';
  if ((input.extensions ?? []).length >= (allowed.times ?? Infinity)) return 'too-often';
  if (amount > (allowed.max ?? Infinity)) return 'too-long';
  return on > computeLimit(input).dueOn ? 'too-late' : undefined;
}

/**
 * Backward limits never roll: a later last day would shorten the notice that the law secures.
 *
 * @basis 民法典 第203条第1款: 期间的最后一日是法定休假日的，以法定休假日结束的次日为期间的最后一日。
 */
function rolls(rule: LimitRule): boolean {
  return rule.roll === 'strict-and-rolled' && rule.direction === 'forward' && rule.unit !== 'WD';
}

/** Years that the count asked the calendar about in vain; calendar days ask only when rolling. */
function unpublishedYears(
  rule: LimitRule,
  calendar: Calendar,
  count: Count,
  rolledOn: PlainDate,
): number[] {
  const asked: PlainDate[] = [];
  if (rule.unit === 'WD' && count.total > 0) {
    asked.push(fromDayNumber(count.start + count.step), fromDayNumber(count.due));
  }
  if (rolls(rule)) asked.push(fromDayNumber(count.due), rolledOn);
  const years = asked.map((date) => Number(date.slice(0, 4)));
  const missing: number[] = [];
  for (let year = Math.min(...years); year <= Math.max(...years); year += 1) {
    if (!isPublished(calendar, `${String(year).padStart(4, '0')}-01-01` as PlainDate)) {
      missing.push(year);
    }
  }
  return missing;
}

/** The first day at whose end no more than the warning's units are left. */
function warnDay(input: LimitInput, count: Count, dueOn: PlainDate): PlainDate {
  const { rule, calendar } = input;
  const share = rule.warnShare ?? DEFAULT_WARN_SHARE;
  const left = rule.warnDays ?? Math.max(1, Math.floor(share * count.total + EPSILON));
  if (rule.unit === 'DATE' || rule.direction === 'backward') {
    return rule.unit === 'WD' ? workingDaysBefore(calendar, dueOn, left) : addDays(dueOn, -left);
  }
  const day = count.countedOn[count.total - left - 1] ?? count.start;
  return fromDayNumber(day + toDayNumber(dueOn) - count.due);
}

function workingDaysBefore(calendar: Calendar, date: PlainDate, days: number): PlainDate {
  let found = date;
  for (let left = days; left > 0;) {
    found = addDays(found, -1);
    if (isWorkingDay(calendar, found)) left -= 1;
  }
  return found;
}
