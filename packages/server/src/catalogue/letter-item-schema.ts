import { Type } from '@sinclair/typebox';
import { LETTER_KINDS, LETTER_RESULTS } from '@yichuang/kernel/words';
import { itemProperties, LimitSchema } from './item-properties.ts';
import { closed, Id, isOneOf, Text } from './schema-parts.ts';

const Limit = Type.Optional(LimitSchema);

/** What an item says of the letters that are its cases: the kernel's LetterDefinition. */
const LetterSchema = closed({
  kind: isOneOf(...LETTER_KINDS),
  registration: Limit,
  acceptance: Limit,
  acceptanceFrom: Type.Optional(isOneOf('receipt', 'referral')),
  resultFrom: Type.Optional(isOneOf('receipt', 'acceptance')),
  objection: Limit,
  simple: Type.Optional(closed({ acceptance: LimitSchema, result: LimitSchema })),
  review: Type.Optional(closed({ itemCode: Type.String(), ruleId: Id })),
  answerStep: Id,
  mostFollowUps: Type.Integer({ minimum: 0, maximum: 10 }),
  followUp: Limit,
  rectification: Limit,
  isConfidential: Type.Optional(Type.Literal(true)),
  results: Type.Optional(
    Type.Array(isOneOf(...LETTER_RESULTS), { minItems: 1, uniqueItems: true }),
  ),
  about: Type.Optional(Text),
  aboutEn: Type.Optional(Text),
});

const Template = Type.Optional(Id);
const {
  correction: _c,
  granted: _g,
  denied: _d,
  payment: _p,
  ...moments
} = itemProperties.documents.properties;

/** A question, complaint or petition: what law asks of a licence need not be said. */
export const LetterItemSchema = closed({
  ...itemProperties,
  lifecycle: Type.Literal('letter'),
  letter: LetterSchema,
  documents: Type.Optional(
    closed({
      ...moments,
      referred: Template,
      assigned: Template,
      objected: Template,
      'objection-answered': Template,
      answered: Template,
      mediated: Template,
      supervised: Template,
      sensitive: Template,
    }),
  ),
  taskType: Type.Optional(Type.String()),
  audiences: Type.Optional(itemProperties.audiences),
  themes: Type.Optional(itemProperties.themes),
  handlingMode: Type.Optional(itemProperties.handlingMode),
  visits: Type.Optional(Type.Literal(0)),
  conditions: Type.Optional(itemProperties.conditions),
  correctionRule: Type.Optional(Type.String()),
  serviceRule: Type.Optional(Type.String()),
  materials: Type.Optional(itemProperties.materials),
  fees: Type.Optional(Type.Array(itemProperties.fees.items, { maxItems: 0 })),
  specialProcedures: Type.Optional(itemProperties.specialProcedures),
});
