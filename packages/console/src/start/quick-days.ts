/** Days that people ask for most, one touch each. Pure: "today" is the office's day. */
import { addDays, isPlainDate, type PlainDate } from '@yichuang/kernel/time';
import type { ComputedField, FormData, FormDefinition } from '@yichuang/kernel/form';
import type { TextKey } from '../texts/locale.ts';

export interface QuickDay {
  readonly key: TextKey;
  readonly day: PlainDate;
}

export function quickDays(today: PlainDate): readonly QuickDay[] {
  return [
    { key: 'start.today', day: today },
    { key: 'start.tomorrow', day: addDays(today, 1) },
    { key: 'start.dayAfter', day: addDays(today, 2) },
  ];
}

type Days = Extract<ComputedField, { by: 'days' }>;

/** The pair of days that a form counts between, if it has one. */
export function spanOf(form: FormDefinition): Days | undefined {
  return Object.values(form.schema.properties)
    .map((schema) => schema['x-computed'])
    .find((rule) => rule?.by === 'days');
}

export interface QuickSpan {
  readonly key: TextKey;
  readonly data: FormData;
}

/** Whole spans in one touch: both days, and both halves where the form knows halves. */
export function quickSpans(span: Days, today: PlainDate): readonly QuickSpan[] {
  const { from, to, fromHalf, toHalf } = span;
  const make = (
    key: TextKey,
    first: PlainDate,
    last: PlainDate,
    halves: readonly [string, string],
  ): QuickSpan => ({
    key,
    data: {
      [from]: first,
      [to]: last,
      ...(fromHalf === undefined ? {} : { [fromHalf]: halves[0] }),
      ...(toHalf === undefined ? {} : { [toHalf]: halves[1] }),
    },
  });
  const tomorrow = addDays(today, 1);
  const whole = ['am', 'pm'] as const;
  const spans = [
    make('start.today', today, today, whole),
    make('start.tomorrow', tomorrow, tomorrow, whole),
    make('start.twoDays', tomorrow, addDays(today, 2), whole),
  ];
  if (fromHalf === undefined || toHalf === undefined) return spans;
  return [
    ...spans,
    make('start.thisAfternoon', today, today, ['pm', 'pm']),
    make('start.tomorrowMorning', tomorrow, tomorrow, ['am', 'am']),
  ];
}

/** Whether the form says just this now. */
export function isChosen({ data }: QuickSpan, form: FormData): boolean {
  return Object.entries(data).every(([field, value]) => form[field] === value);
}

/** A last day before the first moves along with it: nobody means that. */
export function withOrder(form: FormData, changed: string, span: Days | undefined): FormData {
  if (span === undefined) return form;
  const first = dayIn(form, span.from);
  const last = dayIn(form, span.to);
  if (first === undefined || last === undefined || first <= last) return form;
  return changed === span.to ? { ...form, [span.from]: last } : { ...form, [span.to]: first };
}

function dayIn(form: FormData, field: string): PlainDate | undefined {
  const value = form[field];
  return typeof value === 'string' && isPlainDate(value) ? value : undefined;
}
