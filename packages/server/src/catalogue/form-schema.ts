import { Type } from '@sinclair/typebox';
import type { AskedWhen, ComputedField, FormDefinition } from '@yichuang/kernel/form';
import { closed, Id, isOneOf, Name, Text } from './schema-parts.ts';

/** What the platform fills in by itself; another key would stay an empty field without a word. */
export const prefillKeys = [
  'applicant.name',
  'applicant.code',
  'applicant.legalRepresentative',
  'contact.name',
  'contact.code',
  'contact.phone',
  'applicant.org',
  'applicant.post',
] as const;

const FormValueSchema = Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()]);

const FieldIsSchema = closed({ field: Type.String(), equals: FormValueSchema });

/** Told apart by which of the two keys is there. */
export const AskedWhenSchema = Type.Unsafe<AskedWhen>(
  Type.Union([FieldIsSchema, closed({ anyOf: Type.Array(FieldIsSchema, { minItems: 1 }) })]),
);

const ComputedSchema = Type.Unsafe<ComputedField>(
  Type.Union([
    closed({
      by: Type.Literal('days'),
      from: Type.String(),
      to: Type.String(),
      fromHalf: Type.Optional(Type.String()),
      toHalf: Type.Optional(Type.String()),
      unit: isOneOf('WD', 'CD'),
      calendarDays: Type.Optional(
        closed({ field: Type.String(), in: Type.Array(Type.String(), { minItems: 1 }) }),
      ),
    }),
    closed({ by: Type.Literal('sum'), of: Type.Array(Type.String(), { minItems: 2 }) }),
  ]),
);

export const FieldSchema = closed({
  type: isOneOf('string', 'number', 'integer', 'boolean'),
  title: Name,
  'x-title-en': Type.Optional(Name),
  description: Type.Optional(Text),
  'x-description-en': Type.Optional(Text),
  enum: Type.Optional(Type.Array(Type.String(), { minItems: 1, uniqueItems: true })),
  'x-enum-titles': Type.Optional(Type.Record(Type.String(), Name)),
  'x-enum-titles-en': Type.Optional(Type.Record(Type.String(), Name)),
  minLength: Type.Optional(Type.Integer({ minimum: 0 })),
  maxLength: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })),
  minimum: Type.Optional(Type.Number()),
  maximum: Type.Optional(Type.Number()),
  pattern: Type.Optional(Type.String()),
  'x-pattern-hint': Type.Optional(Text),
  format: Type.Optional(isOneOf('date', 'citizen-id', 'credit-code', 'mobile', 'multiline', 'org')),
  'x-unit': Type.Optional(Name),
  'x-unit-en': Type.Optional(Name),
  'x-sensitive': Type.Optional(Type.Boolean()),
  'x-capability': Type.Optional(Name),
  'x-prefill': Type.Optional(isOneOf(...prefillKeys)),
  'x-when': Type.Optional(AskedWhenSchema),
  readOnly: Type.Optional(Type.Boolean()),
  'x-default': Type.Optional(FormValueSchema),
  'x-phrases': Type.Optional(Type.Array(Name, { minItems: 1, maxItems: 8, uniqueItems: true })),
  'x-computed': Type.Optional(ComputedSchema),
});

export const FormSchema = Type.Unsafe<FormDefinition>(
  closed({
    sections: Type.Array(
      closed({
        id: Id,
        title: Name,
        'x-title-en': Type.Optional(Name),
        fields: Type.Array(Type.String(), { minItems: 1, uniqueItems: true }),
      }),
      { minItems: 1 },
    ),
    schema: closed({
      type: Type.Literal('object'),
      // FEEL conditions name fields, so a field's name is a plain identifier.
      properties: Type.Record(Type.String({ pattern: '^[a-z][A-Za-z0-9]{0,63}$' }), FieldSchema, {
        additionalProperties: false,
      }),
      required: Type.Array(Type.String(), { uniqueItems: true }),
    }),
  }),
);
