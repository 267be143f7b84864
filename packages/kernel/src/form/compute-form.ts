import {
  addDays,
  isPlainDate,
  isWorkingDay,
  type Calendar,
  type PlainDate,
} from '../time/index.ts';
import type { ComputedField, FormData, FormDefinition } from './definition.ts';

/** A longer absence is typed wrongly; the count must end. */
const MOST_DAYS = 3660;

/**
 * The form with its computed fields worked out; what somebody typed into one is replaced. A field
 * whose sources are not filled in yet, or make no sense together, is left out, so that the form's
 * own check misses it.
 */
export function computeForm(form: FormDefinition, data: FormData, calendar: Calendar): FormData {
  const rules = Object.entries(form.schema.properties).flatMap(([field, schema]) => {
    const rule = schema['x-computed'];
    return rule === undefined ? [] : [{ field, rule }];
  });
  if (rules.length === 0) return data;
  const names = new Set(rules.map(({ field }) => field));
  const typed = Object.entries(data).filter(([field]) => !names.has(field));
  const computed = rules.flatMap(({ field, rule }): [string, number][] => {
    const value = computeField(rule, data, calendar);
    return value === undefined ? [] : [[field, value]];
  });
  return Object.fromEntries([...typed, ...computed]);
}

function computeField(rule: ComputedField, data: FormData, calendar: Calendar): number | undefined {
  return rule.by === 'sum' ? sumOf(rule.of, data) : daysOf(rule, data, calendar);
}

/** In hundredths, so that 0.1 + 0.2 is 0.3; nothing typed at all has no sum. */
function sumOf(fields: readonly string[], data: FormData): number | undefined {
  const given = fields.map((field) => data[field]).filter((value) => typeof value === 'number');
  if (given.length === 0) return undefined;
  return given.reduce((sum, value) => sum + Math.round(value * 100), 0) / 100;
}

/**
 * Days from the first to the last, both counted; half a day where it begins after or ends before
 * noon of a day that counts.
 * @basis 职工带薪年休假条例 第三条: 国家法定休假日、休息日不计入年休假的假期。
 */
function daysOf(
  rule: Extract<ComputedField, { by: 'days' }>,
  data: FormData,
  calendar: Calendar,
): number | undefined {
  const [from, to] = [data[rule.from], data[rule.to]];
  if (!isDay(from) || !isDay(to) || to < from) return undefined;
  const all = rule.unit === 'CD' || countsAllDays(rule, data);
  const counts = (day: PlainDate): boolean => all || isWorkingDay(calendar, day);
  let days = 0;
  let day = from;
  for (let n = 0; day <= to; n += 1) {
    if (n > MOST_DAYS) return undefined;
    if (counts(day)) days += 1;
    day = addDays(day, 1);
  }
  if (halfOf(rule.fromHalf, data) === 'pm' && counts(from)) days -= 0.5;
  if (halfOf(rule.toHalf, data) === 'am' && counts(to)) days -= 0.5;
  // From the afternoon to the morning of one day is no time at all.
  return from === to && days === 0 && counts(from) ? undefined : days;
}

function isDay(value: FormData[string] | undefined): value is PlainDate {
  return typeof value === 'string' && isPlainDate(value);
}

function countsAllDays(
  { calendarDays }: Extract<ComputedField, { by: 'days' }>,
  data: FormData,
): boolean {
  const value = calendarDays === undefined ? undefined : data[calendarDays.field];
  return typeof value === 'string' && calendarDays?.in.includes(value) === true;
}

function halfOf(field: string | undefined, data: FormData): FormData[string] | undefined {
  return field === undefined ? undefined : data[field];
}
