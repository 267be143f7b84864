import { parseCitizenId, parseCreditCode, parseMobile } from '../ids/index.ts';
import { isPlainDate, type PlainDate } from '../time/index.ts';
import type {
  AskedWhen,
  FieldIs,
  FieldProblem,
  FieldProblemCode,
  FieldSchema,
  FormData,
  FormDefinition,
  FormValue,
} from './definition.ts';

/** Values sealed by the server begin so; their content was checked before sealing. */
const SEALED = 'sealed:';

export function isSealed(value: FormValue | undefined): boolean {
  return typeof value === 'string' && value.startsWith(SEALED);
}

/** Whether a field is asked at all, given the other answers. */
export function isAsked(field: FieldSchema, data: FormData): boolean {
  const when = field['x-when'];
  return when === undefined || isDue(when, data);
}

export function isDue(when: AskedWhen, data: FormData): boolean {
  return fieldsIn(when).some(({ field, equals }) => data[field] === equals);
}

/** The answers that a condition reads. */
export function fieldsIn(when: AskedWhen): readonly FieldIs[] {
  return 'anyOf' in when ? when.anyOf : [when];
}

/**
 * Problems of the data by field, in the form's order. `isPartial` (a saved draft) does not miss
 * what has not been filled in yet.
 */
export function checkForm(
  form: FormDefinition,
  data: FormData,
  options: { readonly today: PlainDate; readonly isPartial?: boolean },
): FieldProblem[] {
  const unknown = Object.keys(data)
    .filter((field) => !Object.hasOwn(form.schema.properties, field))
    .map((field): FieldProblem => ({ field, code: 'field-unknown' }));
  const order = form.sections.flatMap((section) => section.fields);
  const known = order.flatMap((field) => {
    const schema = form.schema.properties[field];
    if (schema === undefined || !isAsked(schema, data)) return [];
    const value = data[field];
    if (isEmpty(value)) {
      const isMissing = options.isPartial !== true && form.schema.required.includes(field);
      return isMissing ? [{ field, code: 'field-required' as const }] : [];
    }
    return checkField(field, schema, value, options.today);
  });
  return [...unknown, ...known];
}

/** Blanks alone are no answer. */
function isEmpty(value: FormValue | undefined): value is null | undefined | '' {
  return value === undefined || value === null || (typeof value === 'string' && !value.trim());
}

export function checkField(
  field: string,
  schema: FieldSchema,
  value: FormValue,
  today: PlainDate,
): FieldProblem[] {
  if (isSealed(value)) {
    // Elsewhere the prefix was typed: it would skip the checks here and could not be opened later.
    const isSealedBySchema = schema['x-sensitive'] === true;
    return isSealedBySchema ? [] : [{ field, code: 'field-wrong-pattern', params: { hint: '' } }];
  }
  const found = problemOf(schema, value, today);
  if (found === undefined) return [];
  return [
    found.params === undefined
      ? { field, code: found.code }
      : { field, code: found.code, params: found.params },
  ];
}

interface Found {
  readonly code: FieldProblemCode;
  readonly params?: Readonly<Record<string, string | number>>;
}

function problemOf(schema: FieldSchema, value: FormValue, today: PlainDate): Found | undefined {
  if (schema.type === 'boolean') {
    return typeof value === 'boolean' ? undefined : { code: 'field-not-a-yes-or-no' };
  }
  if (schema.type === 'string') {
    if (typeof value !== 'string') return { code: 'field-not-a-text' };
    return problemOfText(schema, value, today);
  }
  if (typeof value !== 'number' || !Number.isFinite(value)) return { code: 'field-not-a-number' };
  return problemOfNumber(schema, value);
}

function problemOfNumber(schema: FieldSchema, value: number): Found | undefined {
  if (schema.type === 'integer' && !Number.isInteger(value)) {
    return { code: 'field-not-an-integer' };
  }
  if (schema.minimum !== undefined && value < schema.minimum) {
    return { code: 'field-too-small', params: { minimum: schema.minimum } };
  }
  if (schema.maximum !== undefined && value > schema.maximum) {
    return { code: 'field-too-big', params: { maximum: schema.maximum } };
  }
  return undefined;
}

function problemOfText(schema: FieldSchema, value: string, today: PlainDate): Found | undefined {
  const length = [...value].length;
  if (schema.enum !== undefined && !schema.enum.includes(value)) {
    return { code: 'field-not-in-list' };
  }
  if (schema.minLength !== undefined && length < schema.minLength) {
    return { code: 'field-too-short', params: { minLength: schema.minLength } };
  }
  if (length > (schema.maxLength ?? 2000)) {
    return { code: 'field-too-long', params: { maxLength: schema.maxLength ?? 2000 } };
  }
  if (schema.pattern !== undefined && !new RegExp(schema.pattern, 'u').test(value)) {
    return { code: 'field-wrong-pattern', params: { hint: schema['x-pattern-hint'] ?? '' } };
  }
  return problemOfFormat(schema.format, value, today);
}

function problemOfFormat(
  format: FieldSchema['format'],
  value: string,
  today: PlainDate,
): Found | undefined {
  switch (format) {
    case 'date':
      return isPlainDate(value) ? undefined : { code: 'field-not-a-date' };
    case 'citizen-id': {
      const parsed = parseCitizenId(value, today);
      if (parsed.ok) return undefined;
      return { code: 'field-not-a-citizen-id', params: { problem: parsed.problem } };
    }
    case 'credit-code': {
      const parsed = parseCreditCode(value);
      if (parsed.ok) return undefined;
      return { code: 'field-not-a-credit-code', params: { problem: parsed.problem } };
    }
    case 'mobile':
      return parseMobile(value).ok ? undefined : { code: 'field-not-a-mobile' };
    case 'multiline':
    case 'org':
    case undefined:
      return undefined;
  }
}
