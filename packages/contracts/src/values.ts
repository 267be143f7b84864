import { Type, type Static } from '@sinclair/typebox';
import { LIGHTS } from '@yichuang/kernel/words';
import { oneOf } from './schema-parts.ts';

/** A Shanghai civil day, `YYYY-MM-DD`. */
export const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'Shanghai day' });
/** An instant in UTC, ISO 8601 with milliseconds. */
export const At = Type.String({ format: 'date-time', description: 'UTC instant' });
export const Fen = Type.Integer({ minimum: 0, description: 'amount in fen (¥0.01)' });

export const LegalBasisSchema = Type.Object({
  law: Type.String({ minLength: 1, maxLength: 200 }),
  article: Type.String({ minLength: 1, maxLength: 100 }),
  text: Type.Optional(Type.String({ maxLength: 2000 })),
  version: Type.Optional(Type.String({ maxLength: 40 })),
});

/**
 * A list of types and not a union: a validator that coerces would turn 12860 into "12860" for the
 * first member of a union, but leaves a value alone whose type is in the list.
 */
const FormValueSchema = Type.Unsafe<string | number | boolean | null>({
  type: ['string', 'number', 'boolean', 'null'],
  maxLength: 10_000,
});

export const FormDataSchema = Type.Record(Type.String({ maxLength: 64 }), FormValueSchema);

export const Light = oneOf(...LIGHTS);

export const FilePageSchema = Type.Object({
  sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  name: Type.String({ maxLength: 200 }),
  mediaType: Type.String(),
  bytes: Type.Integer(),
  width: Type.Optional(Type.Integer()),
  height: Type.Optional(Type.Integer()),
});

/** What a client sends for a material: the server knows the facts of each uploaded page. */
export const FiledMaterialBody = Type.Object({
  materialId: Type.String({ maxLength: 64 }),
  pages: Type.Array(
    Type.Object({
      sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
      name: Type.String({ maxLength: 200 }),
    }),
    { maxItems: 200 },
  ),
  isOnPaper: Type.Boolean(),
  /** 告知承诺: the commitment that the item offers is taken in its place. */
  isCommitted: Type.Optional(Type.Literal(true)),
});
export type FiledMaterialBody = Static<typeof FiledMaterialBody>;

/** RFC 9457, with what a person needs: the law behind the refusal and what to do next. */
export const Problem = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  detail: Type.String(),
  code: Type.String(),
  params: Type.Optional(Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()]))),
  legalBasis: Type.Optional(LegalBasisSchema),
  nextStep: Type.Optional(Type.String()),
  incidentId: Type.Optional(Type.String()),
  /** Every refusal, when there are several (fields of a form). */
  problems: Type.Optional(
    Type.Array(
      Type.Object({
        code: Type.String(),
        detail: Type.String(),
        params: Type.Optional(
          Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
        ),
      }),
    ),
  ),
});
export type Problem = Static<typeof Problem>;
