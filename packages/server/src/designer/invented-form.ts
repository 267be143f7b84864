import type { ItemDefinition } from '@yichuang/kernel/case';
import {
  computeForm,
  type FieldSchema,
  type FormData,
  type FormValue,
} from '@yichuang/kernel/form';
import type { Calendar, PlainDate } from '@yichuang/kernel/time';
import { inventedText } from './texts/invented-names.messages.ts';

/** Numbers that pass their check digits and belong to nobody. */
const numbers: Readonly<Record<string, string>> = {
  'citizen-id': '11010119000110001X',
  'credit-code': '91999921YYYY10018U',
  mobile: '19900000000',
};

export interface InventedFacts {
  readonly today: PlainDate;
  readonly orgId: string;
  readonly calendar: Calendar;
}

/**
 * The required fields filled in as somebody in a hurry would; what a pattern asks for cannot be
 * invented and is left to the person who tries.
 */
export function inventedForm({ form }: ItemDefinition, facts: InventedFacts): FormData {
  if (form === undefined) return {};
  const { properties, required } = form.schema;
  const filled = required.flatMap((field): [string, FormValue][] => {
    const schema = properties[field];
    if (schema === undefined || schema['x-computed'] !== undefined) return [];
    return [[field, valueFor(schema, facts)]];
  });
  return computeForm(form, Object.fromEntries(filled), facts.calendar);
}

function valueFor(schema: FieldSchema, { today, orgId }: InventedFacts): FormValue {
  const given = schema['x-default'];
  if (given !== undefined) return given === 'today' ? today : given;
  if (schema.enum !== undefined) return schema.enum[0] ?? '';
  if (schema.type === 'boolean') return true;
  if (schema.type !== 'string') return numberFor(schema);
  if (schema.format === 'date') return today;
  if (schema.format === 'org') return orgId;
  return numbers[schema.format ?? ''] ?? textFor(schema);
}

function numberFor({ minimum, maximum }: FieldSchema): number {
  const wanted = minimum ?? 1;
  return maximum === undefined ? wanted : Math.min(wanted, maximum);
}

function textFor({ minLength = 1, maxLength = 4000 }: FieldSchema): string {
  const long = inventedText.repeat(Math.ceil(minLength / inventedText.length));
  return (minLength > inventedText.length ? long : inventedText).slice(0, maxLength);
}
