/** JSON in the order in which a schema names its fields: the same item gives the same lines. */
import { Kind, type TSchema } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';

/**
 * Fields in the order of the schema, maps by key: a changed setting is a changed line and nothing
 * else moves. The database keeps no order of its own.
 */
export function orderedJson(schema: TSchema, value: unknown): string {
  return `${JSON.stringify(inOrder(schema, value, namedSchemas(schema)), undefined, 2)}\n`;
}

type Named = ReadonlyMap<string, TSchema>;

function namedSchemas(schema: unknown, found = new Map<string, TSchema>()): Named {
  if (typeof schema !== 'object' || schema === null) return found;
  if ('$id' in schema && Kind in schema) found.set(String(schema.$id), schema as TSchema);
  for (const part of Object.values(schema)) namedSchemas(part, found);
  return found;
}

function inOrder(schema: TSchema | undefined, value: unknown, named: Named): unknown {
  const meant = schema === undefined ? undefined : variantOf(schema, value, named);
  if (Array.isArray(value)) {
    const items = meant?.['items'] as TSchema | undefined;
    return value.map((each) => inOrder(items, each, named));
  }
  if (typeof value !== 'object' || value === null) return value;
  const properties = meant?.['properties'] as Readonly<Record<string, TSchema>> | undefined;
  const others = Object.values((meant?.['patternProperties'] ?? {}) as Record<string, TSchema>)[0];
  const keys = Object.keys(properties ?? {}).filter((key) => Object.hasOwn(value, key));
  const rest = Object.keys(value).filter((key) => !keys.includes(key));
  const entries = [...keys, ...rest.toSorted()].map((key) => {
    const each: unknown = Reflect.get(value, key);
    return [key, inOrder(properties?.[key] ?? others, each, named)];
  });
  return Object.fromEntries(entries);
}

/** Of a union the variant that the value is; of a reference what it refers to. */
function variantOf(schema: TSchema, value: unknown, named: Named): TSchema {
  const whole = schema[Kind] === 'This' ? (named.get(String(schema['$ref'])) ?? schema) : schema;
  const variants = whole['anyOf'] as TSchema[] | undefined;
  if (variants === undefined) return whole;
  const references = [...named.values()];
  return variants.find((variant) => Value.Check(variant, references, value)) ?? whole;
}
