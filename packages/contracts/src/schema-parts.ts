/** Small schemas that the contracts are made of. */
import { Type, type TSchema } from '@sinclair/typebox';

export const optional = <T extends TSchema>(schema: T) => Type.Optional(schema);

/** One of a few words. Lists of words that the kernel knows come from the kernel. */
export const oneOf = <const T extends string>(...values: readonly T[]) =>
  Type.Unsafe<T>(Type.Union(values.map((value) => Type.Literal(value))));

export const Count = Type.Integer({ minimum: 0 });

/** What is wrong with a row of an imported list, and how to mend it. */
export const RowProblem = Type.Object({
  row: Type.Integer(),
  column: Type.String(),
  code: Type.String(),
  text: Type.String(),
});
