import type { TSchema } from '@sinclair/typebox';

/** What bounds a value of the right kind: a draft may break these, and is told so. */
const bounds: ReadonlySet<string> = new Set([
  'minLength',
  'minItems',
  'uniqueItems',
  'pattern',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
]);

/**
 * The same schema without its bounds: what passes has the type that the strict schema describes, so
 * it can be drawn, checked and compared, while somebody is still filling it in. Lengths stay
 * bounded above.
 */
export function lenientSchema<S extends TSchema>(schema: S): S {
  return lenient(schema) as S;
}

function lenient(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(lenient);
  if (typeof part !== 'object' || part === null) return part;
  const result: Record<PropertyKey, unknown> = {};
  // Symbols too: they say what kind of schema it is.
  for (const key of Reflect.ownKeys(part)) {
    const value: unknown = Reflect.get(part, key);
    if (key === 'properties') result[key] = lenientProperties(value as object);
    else if (key === 'patternProperties') {
      result[key] = { '^(.*)$': lenient(Object.values(value as object)[0]) };
    } else if (typeof key === 'symbol' || !bounds.has(key)) result[key] = lenient(value);
  }
  return result;
}

/** Names of properties are no keywords: a field may be called `minimum`. */
function lenientProperties(properties: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(properties).map(([name, s]) => [name, lenient(s)]));
}
