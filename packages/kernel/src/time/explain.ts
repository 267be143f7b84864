import { dayFacts, isPublished, type DayFacts } from './calendar.ts';
import { spanAt } from './clock.ts';
import type { Count, LimitInput } from './count.ts';
import { countDays } from './count.ts';
import { computeLimit } from './limit.ts';
import type { DayNumber, PlainDate, Weekday } from './plain-date.ts';
import { fromDayNumber, toDayNumber, weekday } from './plain-date.ts';

/**
 * What a day is to the count. A counted day that is more than just counted says what it is:
 * `makeup-workday`, `extension-start` (the first day of an extension), `provisional` (its year has
 * no calendar yet), `due` (the last). `rolled` is the last day where it was moved past a holiday.
 */
export type ExplainedKind =
  | 'start'
  | 'counted'
  | 'weekend'
  | 'holiday'
  | 'makeup-workday'
  | 'suspended'
  | 'extension-start'
  | 'rolled'
  | 'due'
  | 'provisional';

export interface ExplainedDay {
  readonly date: PlainDate;
  readonly weekday: Weekday;
  readonly kind: ExplainedKind;
  /** Which unit of the limit the day is; present exactly on the counted days. */
  readonly n?: number;
  /** A key of the message files with its parameters; the kernel has no texts. */
  readonly note: { readonly key: string; readonly params: Readonly<Record<string, string>> };
  readonly suspensionId?: string;
  /** The notice that made it a day off or a working day. */
  readonly source?: string;
  /** The calendar of the day's year is not known, so its kind is a guess. */
  readonly isProvisional: boolean;
}

/**
 * The count, day by day, in the order of counting: from day 0 to `dueOn` of the same input, which
 * for a backward limit is the earlier end. Takes what `computeLimit` takes and throws what it does.
 */
export function explainLimit(input: LimitInput): ExplainedDay[] {
  const count = countDays(input);
  const end = toDayNumber(computeLimit(input).dueOn);
  const numbers = new Map(count.countedOn.map((day, i) => [day, i + 1]));
  const days: ExplainedDay[] = [];
  for (let day = count.start; ; day += count.step) {
    days.push(explainDay(input, count, day, end, numbers.get(day)));
    if (day === end) return days;
  }
}

function explainDay(
  input: LimitInput,
  count: Count,
  day: DayNumber,
  end: DayNumber,
  n: number | undefined,
): ExplainedDay {
  const date = fromDayNumber(day);
  const facts = dayFacts(input.calendar, date);
  const span = day === count.start ? undefined : spanAt(count.spans, day);
  const isProvisional = asksCalendar(input, count, day) && !isPublished(input.calendar, date);
  const kind = kindOf({ input, count, day, end, n, facts, isProvisional });
  const params: Record<string, string> = {};
  if (n !== undefined) params['n'] = String(n);
  if (facts.name !== undefined) params['name'] = facts.name;
  return {
    date,
    weekday: weekday(date),
    kind,
    note: { key: `limit.explain.${kind}`, params },
    isProvisional,
    ...(n !== undefined && { n }),
    ...(kind === 'suspended' && span !== undefined && { suspensionId: span.suspensionId }),
    ...(facts.source !== undefined && { source: facts.source }),
  };
}

interface DayInCount {
  readonly input: LimitInput;
  readonly count: Count;
  readonly day: DayNumber;
  readonly end: DayNumber;
  readonly n: number | undefined;
  readonly facts: DayFacts;
  readonly isProvisional: boolean;
}

/** The most telling kind wins: the ends of the count, then why a day is not counted, then how. */
function kindOf({ input, count, day, end, n, facts, isProvisional }: DayInCount): ExplainedKind {
  if (day === end && end !== count.due) return 'rolled';
  if (day === end) return 'due';
  if (day === count.start) return 'start';
  if (spanAt(count.spans, day) !== undefined) return 'suspended';
  if (n === undefined) return facts.kind === 'holiday' ? 'holiday' : 'weekend';
  if (n === count.ordinary + 1) return 'extension-start';
  if (isProvisional) return 'provisional';
  return facts.kind === 'makeup-workday' && input.rule.unit === 'WD' ? 'makeup-workday' : 'counted';
}

/** Calendar days ask the calendar nothing, but for the day that they roll from. */
function asksCalendar(input: LimitInput, count: Count, day: DayNumber): boolean {
  if (day === count.start) return false;
  return input.rule.unit === 'WD' || day > count.due;
}
