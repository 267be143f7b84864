/** Small schemas that every file of a pack is made of. */
import {
  Type,
  type TLiteral,
  type TObject,
  type TProperties,
  type TUnion,
} from '@sinclair/typebox';

/** An object in which a misspelt field is an error and not silently ignored. */
export function closed<P extends TProperties>(properties: P): TObject<P> {
  return Type.Object(properties, { additionalProperties: false });
}

export function isOneOf<const T extends readonly string[]>(
  ...values: T
): TUnion<{ -readonly [K in keyof T]: T[K] extends string ? TLiteral<T[K]> : never }> {
  return Type.Union(values.map((value) => Type.Literal(value))) as never;
}

export const Id = Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$' });
export const Name = Type.String({ minLength: 1, maxLength: 200 });
export const Text = Type.String({ minLength: 1, maxLength: 2000 });
/** A file of the pack's folder for such files, never a path out of it. */
export const FileName = Type.String({ pattern: '^[^/\\\\]*[^/\\\\.][^/\\\\]*$', maxLength: 200 });
export const DivisionCode = Type.String({ pattern: '^[0-9]{6}([0-9]{3}){0,2}$' });

export const LegalBasisSchema = closed({
  law: Name,
  article: Name,
  text: Type.Optional(Text),
  version: Type.Optional(Name),
});
