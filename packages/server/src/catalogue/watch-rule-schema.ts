import { Type, type Static } from '@sinclair/typebox';
import type { RiskPoint, WatchRule } from '@yichuang/kernel/watch';
import {
  CASE_SUBJECTS,
  GROUP_SUBJECTS,
  WATCH_ADDRESSEES,
  WATCH_KINDS,
} from '@yichuang/kernel/words';
import { OrgId } from './pack-schemas.ts';
import { closed, isOneOf, LegalBasisSchema, Name, Text } from './schema-parts.ts';

/** `JC-S1`, `JC-F1a`, or of the county's own making `YX-K12`. */
export const RuleId = Type.String({ pattern: '^[A-Z]{2}-[A-Z][0-9]{1,3}[a-z]?$' });

const ParameterName = Type.String({ pattern: '^[a-z][A-Za-z0-9]{0,39}$' });

/** A number that the condition reads as `p.name`, with the reason why it is what it is. */
const ParameterSchema = closed({
  value: Type.Number(),
  name: Name,
  nameEn: Type.Optional(Name),
  why: Text,
  whyEn: Type.Optional(Text),
  minimum: Type.Optional(Type.Number()),
  maximum: Type.Optional(Type.Number()),
  /** Which way finds more: a rule of law may be made stricter, and never milder. */
  stricter: Type.Optional(isOneOf('lower', 'higher')),
});

const ScopeSchema = closed({
  items: Type.Optional(Type.Array(Name, { minItems: 1, uniqueItems: true })),
  orgs: Type.Optional(Type.Array(OrgId, { minItems: 1, uniqueItems: true })),
  lifecycles: Type.Optional(
    Type.Array(isOneOf('licence', 'internal', 'letter'), { minItems: 1, uniqueItems: true }),
  ),
});

const OrderSchema = closed({
  feedbackDays: Type.Integer({ minimum: 1, maximum: 60 }),
  demand: Text,
});

/** What a rule looks at; the names of its facts are in kernel/watch/fact-names. */
const SubjectSchema = isOneOf(...CASE_SUBJECTS, ...GROUP_SUBJECTS);

/** 监察规则 as it is written: in a pack, and by a supervisor. */
export const WatchRuleSchema = closed({
  id: RuleId,
  name: Name,
  nameEn: Type.Optional(Name),
  kind: Type.Union(WATCH_KINDS.map((kind) => Type.Literal(kind))),
  light: isOneOf('yellow', 'red'),
  each: SubjectSchema,
  when: Text,
  says: Type.String({ minLength: 1, maxLength: 400 }),
  saysEn: Type.Optional(Type.String({ minLength: 1, maxLength: 400 })),
  parameters: Type.Optional(Type.Record(ParameterName, ParameterSchema)),
  scope: Type.Optional(ScopeSchema),
  basis: Type.Array(LegalBasisSchema, { minItems: 1, maxItems: 10 }),
  /** Follows from a law or regulation: stays in force, and can only be made stricter. */
  isByLaw: Type.Optional(Type.Boolean()),
  tell: Type.Optional(Type.Array(isOneOf(...WATCH_ADDRESSEES), { minItems: 1, uniqueItems: true })),
  order: Type.Optional(OrderSchema),
});

export type WatchRuleFile = Static<typeof WatchRuleSchema>;

/** As the engine takes it. */
export function asWatchRule(
  file: WatchRuleFile,
  version: number,
  riskPoint?: RiskPoint,
): WatchRule {
  const { parameters, isByLaw: _isByLaw, ...rest } = file;
  const numbers = Object.entries(parameters ?? {}).map(([name, { value }]) => [name, value]);
  return {
    ...(rest as Omit<WatchRule, 'version' | 'parameters'>),
    version,
    parameters: Object.fromEntries(numbers) as Readonly<Record<string, number>>,
    ...(riskPoint === undefined ? {} : { riskPoint }),
  };
}
