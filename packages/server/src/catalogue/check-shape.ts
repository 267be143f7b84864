/** Whether a JSON value has the shape of its schema; problems by JSON pointer, without texts. */
import { Kind, type TSchema } from '@sinclair/typebox';
import { Value, ValueErrorType, type ValueError } from '@sinclair/typebox/value';

export type ShapeProblemCode =
  | 'field-missing'
  | 'field-unknown'
  | 'wrong-type'
  | 'nested-too-deep'
  | 'value-not-allowed'
  | 'text-not-in-form'
  | 'too-short'
  | 'too-long'
  | 'number-out-of-range'
  | 'listed-twice';

export interface ShapeProblem {
  readonly pointer: string;
  readonly code: ShapeProblemCode;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Checks walk down by calling themselves; deeper than this the stack would end first. */
const mostLevels = 200;

export function checkShape(schema: TSchema, value: unknown, pointer = ''): ShapeProblem[] {
  if (!isWithin(value, mostLevels)) {
    return [{ pointer, code: 'nested-too-deep', params: { maximum: mostLevels } }];
  }
  return problemsOf(schema, referencesOf(schema), value, pointer);
}

function isWithin(value: unknown, levels: number): boolean {
  let layer: unknown[] = [value];
  for (let level = 0; layer.length > 0; level += 1) {
    if (level > levels) return false;
    layer = layer.flatMap((each) =>
      typeof each === 'object' && each !== null ? (Object.values(each) as unknown[]) : [],
    );
  }
  return true;
}

function problemsOf(
  schema: TSchema,
  references: TSchema[],
  value: unknown,
  pointer: string,
): ShapeProblem[] {
  const found: ShapeProblem[] = [];
  const seen = new Set<string>();
  for (const error of Value.Errors(schema, references, value)) {
    // The first error of a place is the reason; those after it are its consequences.
    if (seen.has(error.path)) continue;
    seen.add(error.path);
    found.push(...explain(error, references, pointer + error.path));
  }
  return found;
}

/** A recursive schema refers to itself by its id, wherever in the whole it stands. */
function referencesOf(schema: unknown): TSchema[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const own = '$id' in schema && Kind in schema ? [schema as TSchema] : [];
  return [...own, ...Object.values(schema).flatMap(referencesOf)];
}

function explain(error: ValueError, references: TSchema[], pointer: string): ShapeProblem[] {
  if (error.type === ValueErrorType.Union) return explainUnion(error, references, pointer);
  return [{ pointer, ...reasonOf(error) }];
}

function reasonOf(error: ValueError): Omit<ShapeProblem, 'pointer'> {
  const { schema, type } = error;
  const field = error.path.slice(error.path.lastIndexOf('/') + 1);
  switch (type) {
    case ValueErrorType.ObjectRequiredProperty:
      return { code: 'field-missing', params: { field } };
    case ValueErrorType.ObjectAdditionalProperties:
      return { code: 'field-unknown', params: { field } };
    case ValueErrorType.Literal:
      return { code: 'value-not-allowed', params: { allowed: String(schema['const']) } };
    case ValueErrorType.StringPattern:
      return { code: 'text-not-in-form', params: { pattern: String(schema['pattern']) } };
    case ValueErrorType.StringMinLength:
      return { code: 'too-short', params: { minimum: Number(schema['minLength']) } };
    case ValueErrorType.ArrayMinItems:
    case ValueErrorType.TupleLength:
      return { code: 'too-short', params: { minimum: Number(schema['minItems']) } };
    case ValueErrorType.StringMaxLength:
      return { code: 'too-long', params: { maximum: Number(schema['maxLength']) } };
    case ValueErrorType.ArrayUniqueItems:
      return { code: 'listed-twice', params: {} };
    case ValueErrorType.IntegerMinimum:
    case ValueErrorType.IntegerMaximum:
    case ValueErrorType.NumberMinimum:
    case ValueErrorType.NumberMaximum:
    case ValueErrorType.NumberExclusiveMinimum:
      return { code: 'number-out-of-range', params: { range: rangeOf(schema) } };
    default:
      return { code: 'wrong-type', params: { expected: String(schema['type'] ?? schema[Kind]) } };
  }
}

function rangeOf(schema: TSchema): string {
  const least = (schema['minimum'] ?? schema['exclusiveMinimum'] ?? '') as string | number;
  return `${least}…${(schema['maximum'] ?? '') as string | number}`;
}

/**
 * Of a union, the variant that was meant is the one whose literal (`kind`, `rule`, `then` …) the
 * value has; the reasons of all the others would only confuse.
 */
function explainUnion(error: ValueError, references: TSchema[], pointer: string): ShapeProblem[] {
  const variants = error.schema['anyOf'] as TSchema[];
  const literals = variants.filter((variant) => 'const' in variant);
  if (literals.length === variants.length) {
    const allowed = literals.map((literal) => String(literal['const'])).join(', ');
    return [{ pointer, code: 'value-not-allowed', params: { allowed } }];
  }
  const key = discriminatorOf(variants);
  const record = error.value as Readonly<Record<string, unknown>> | null;
  if (key === undefined || typeof record !== 'object' || record === null) {
    return [{ pointer, code: 'wrong-type', params: { expected: 'object' } }];
  }
  const meant = variants.find((variant) => literalOf(variant, key) === record[key]);
  if (meant !== undefined) return problemsOf(meant, references, record, pointer);
  const allowed = variants.map((variant) => literalOf(variant, key)).join(', ');
  return [{ pointer: `${pointer}/${key}`, code: 'value-not-allowed', params: { allowed } }];
}

function discriminatorOf(variants: readonly TSchema[]): string | undefined {
  const keys = Object.keys((variants[0]?.['properties'] ?? {}) as object);
  return keys.find((key) => variants.every((variant) => literalOf(variant, key) !== undefined));
}

function literalOf(variant: TSchema, key: string): string | undefined {
  const properties = variant['properties'] as Readonly<Record<string, TSchema>> | undefined;
  return properties?.[key]?.['const'] as string | undefined;
}
