import { Type, type Static } from '@sinclair/typebox';
import { ItemSchema } from './item-schema.ts';
import { closed, Id, Name, Text } from './schema-parts.ts';

/** Answers become fields of the whole's form, which FEEL conditions name. */
const QuestionId = Type.String({ pattern: '^[a-z][A-Za-z0-9]{0,63}$' });

const wording = {
  text: Name,
  textEn: Name,
  /** As a label, where the answer is shown. */
  short: Name,
  shortEn: Name,
  hint: Type.Optional(Text),
  hintEn: Type.Optional(Text),
  /** FEEL over the answers before it; without it always asked. */
  when: Type.Optional(Text),
};

const QuestionSchema = Type.Union([
  closed({ id: QuestionId, kind: Type.Literal('yes-no'), ...wording }),
  closed({
    id: QuestionId,
    kind: Type.Literal('choice'),
    ...wording,
    options: Type.Array(closed({ value: Id, name: Name, nameEn: Name }), { minItems: 2 }),
  }),
  closed({
    id: QuestionId,
    kind: Type.Literal('number'),
    ...wording,
    unit: Name,
    unitEn: Name,
    minimum: Type.Number(),
    maximum: Type.Number(),
  }),
]);

/**
 * A row of a decision table: what applies when its condition holds. All rows that hold count
 * (DMN hit policy "collect").
 */
const RowSchema = closed({
  when: Text,
  parts: Type.Optional(Type.Array(Id, { minItems: 1, uniqueItems: true })),
  materials: Type.Optional(Type.Array(Id, { minItems: 1, uniqueItems: true })),
  note: Type.Optional(Text),
  noteEn: Type.Optional(Text),
});

/**
 * 一件事: a life event across offices. Its item is an ordinary joint item whose flow names the
 * parts; what the questions and tables add to it is worked out by `compileBundle`.
 */
export const BundleSchema = closed({
  id: Type.String({ pattern: '^[a-z][a-z0-9-]{1,40}$' }),
  /** Id of the life event on the home page that leads here. */
  lifeEvent: Type.Optional(Id),
  questions: Type.Array(QuestionSchema, { minItems: 1, maxItems: 20 }),
  decisions: Type.Array(
    closed({ id: Id, name: Name, rows: Type.Array(RowSchema, { minItems: 1 }) }),
    { minItems: 1 },
  ),
  item: ItemSchema,
});

export type BundleFile = Static<typeof BundleSchema>;
export type BundleQuestion = Static<typeof QuestionSchema>;
export type BundleRow = Static<typeof RowSchema>;
export type BundleAnswers = Readonly<Record<string, string | number | boolean>>;

/** A bundle as the pack holds it: its item stands with the others, under its code. */
export interface BundleDefinition extends Omit<BundleFile, 'item'> {
  readonly itemCode: string;
}
