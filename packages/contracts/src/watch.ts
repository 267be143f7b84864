/** Supervision: hits of rules with their evidence, and the rules with their versions. */
import { Type, type Static } from '@sinclair/typebox';
import { WATCH_ADDRESSEES, WATCH_KINDS } from '@yichuang/kernel/words';
import { Count, oneOf, optional } from './schema-parts.ts';
import { At, Day, LegalBasisSchema } from './values.ts';

const Short = (maxLength: number) => Type.String({ maxLength });

export const WatchLight = oneOf('yellow', 'red');
export const WatchHitStatus = oneOf('open', 'ordered', 'set-aside', 'resolved', 'overtaken');
export type WatchHitStatus = Static<typeof WatchHitStatus>;
const Kind = oneOf(...WATCH_KINDS);
export type WatchKindName = Static<typeof Kind>;

/** A fact's value as the condition read it. */
const FactValue = Type.Unsafe<string | number | boolean | null>({
  type: ['string', 'number', 'boolean', 'null'],
});

export const WatchHitQuery = Type.Object({
  kind: optional(Kind),
  light: optional(WatchLight),
  status: optional(WatchHitStatus),
  orgId: optional(Short(100)),
  itemCode: optional(Short(100)),
  personId: optional(Short(64)),
  ruleId: optional(Short(100)),
  caseId: optional(Short(64)),
  isMarked: optional(Type.Boolean()),
  cursor: optional(Short(200)),
  limit: optional(Type.Integer({ minimum: 1, maximum: 100 })),
});
export type WatchHitQuery = Static<typeof WatchHitQuery>;

const Person = Type.Object({ personId: Type.String(), name: Type.String() });

export const WatchHitRow = Type.Object({
  hitId: Type.String(),
  ruleId: Type.String(),
  ruleVersion: Type.Integer(),
  ruleName: Type.String(),
  kind: Kind,
  light: WatchLight,
  status: WatchHitStatus,
  isMarked: Type.Boolean(),
  says: Type.String(),
  caseId: optional(Type.String()),
  number: optional(Type.String()),
  itemCode: optional(Type.String()),
  itemName: optional(Type.String()),
  orgId: optional(Type.String()),
  orgName: optional(Type.String()),
  people: Type.Array(Person),
  at: At,
  foundAt: At,
});
export type WatchHitRow = Static<typeof WatchHitRow>;

const Choice = Type.Object({ key: Type.String(), name: Type.String(), hits: Count });

export const WatchHitPage = Type.Object({
  rows: Type.Array(WatchHitRow),
  nextCursor: optional(Type.String()),
  /** Of the first page: hits behind each choice, whatever else is chosen. */
  choices: optional(
    Type.Object({
      kinds: Type.Array(Choice),
      lights: Type.Array(Choice),
      statuses: Type.Array(Choice),
      orgs: Type.Array(Choice),
      items: Type.Array(Choice),
      people: Type.Array(Choice),
    }),
  ),
});
export type WatchHitPage = Static<typeof WatchHitPage>;

/** An event that a hit rests on. */
export const WatchEvidence = Type.Object({
  caseId: Type.String(),
  number: Type.String(),
  seq: Type.Integer(),
  at: At,
  type: Type.String(),
  by: Type.String(),
  /** What was written with it; absent where the reader may not open the case. */
  words: optional(Type.String()),
  /** First characters of the event's hash as it was when the hit was found. */
  code: Type.String(),
  /** The event has that hash to this day. */
  isUnchanged: Type.Boolean(),
});
export type WatchEvidence = Static<typeof WatchEvidence>;

const Fact = Type.Object({ name: Type.String(), value: FactValue });

const RiskPoint = Type.Object({
  name: Type.String(),
  type: Type.String(),
  level: oneOf('low', 'medium', 'high'),
  description: Type.String(),
  measures: Type.String(),
});

export const WatchHitView = Type.Object({
  ...WatchHitRow.properties,
  canOpenCase: Type.Boolean(),
  rule: Type.Object({
    when: Type.String(),
    each: Type.String(),
    basis: Type.Array(LegalBasisSchema),
    parameters: Type.Array(Fact),
    riskPoint: optional(RiskPoint),
  }),
  /** What the condition read, in the order in which it reads it. */
  facts: Type.Array(Fact),
  evidence: Type.Array(WatchEvidence),
  /** From the journal, the first first. */
  history: Type.Array(
    Type.Object({
      at: At,
      by: Type.String(),
      type: Type.String(),
      status: optional(WatchHitStatus),
      reason: optional(Type.String()),
      code: Type.String(),
    }),
  ),
  orderCaseId: optional(Type.String()),
  canAct: Type.Boolean(),
});
export type WatchHitView = Static<typeof WatchHitView>;

export const SetAsideBody = Type.Object({ reason: Type.String({ minLength: 5, maxLength: 500 }) });
export const MarkHitBody = Type.Object({ isMarked: Type.Boolean() });

const Parameter = Type.Object({
  value: Type.Number(),
  name: Type.String({ minLength: 1, maxLength: 200 }),
  nameEn: optional(Short(200)),
  why: Type.String({ minLength: 1, maxLength: 2000 }),
  whyEn: optional(Short(2000)),
  minimum: optional(Type.Number()),
  maximum: optional(Type.Number()),
  stricter: optional(oneOf('lower', 'higher')),
});
export type WatchParameter = Static<typeof Parameter>;

/** A rule as it is written; a pack file has the same shape. */
export const WatchDefinition = Type.Object({
  id: Short(20),
  name: Type.String({ minLength: 1, maxLength: 200 }),
  nameEn: optional(Short(200)),
  kind: Kind,
  light: WatchLight,
  each: Short(20),
  when: Short(2000),
  says: Short(400),
  saysEn: optional(Short(400)),
  parameters: optional(Type.Record(Short(40), Parameter)),
  scope: optional(
    Type.Object({
      items: optional(Type.Array(Short(200), { maxItems: 200 })),
      orgs: optional(Type.Array(Short(100), { maxItems: 200 })),
      lifecycles: optional(Type.Array(oneOf('licence', 'internal', 'letter'), { maxItems: 3 })),
    }),
  ),
  basis: Type.Array(LegalBasisSchema, { maxItems: 10 }),
  isByLaw: optional(Type.Boolean()),
  tell: optional(Type.Array(oneOf(...WATCH_ADDRESSEES), { maxItems: 3 })),
  order: optional(
    Type.Object({
      feedbackDays: Type.Integer({ minimum: 1, maximum: 60 }),
      demand: Type.String({ minLength: 1, maxLength: 2000 }),
    }),
  ),
});
export type WatchDefinition = Static<typeof WatchDefinition>;

const Version = Type.Object({
  version: Type.Integer(),
  act: oneOf('published', 'retired'),
  source: oneOf('pack', 'county'),
  by: optional(Type.String()),
  reason: Type.String(),
  at: At,
});

export const WatchRuleRow = Type.Object({
  ruleId: Type.String(),
  name: Type.String(),
  kind: Kind,
  light: WatchLight,
  each: Type.String(),
  version: Type.Integer(),
  act: oneOf('published', 'retired'),
  source: oneOf('pack', 'county'),
  isByLaw: Type.Boolean(),
  hasDraft: Type.Boolean(),
  /** In the last 30 days. */
  hits: Count,
});
export type WatchRuleRow = Static<typeof WatchRuleRow>;

export const WatchRuleList = Type.Object({
  rows: Type.Array(WatchRuleRow),
  canWrite: Type.Boolean(),
});
export type WatchRuleList = Static<typeof WatchRuleList>;

export const WatchTrialSample = Type.Object({
  key: Type.String(),
  isNew: Type.Boolean(),
  caseId: optional(Type.String()),
  says: Type.String(),
  orgName: optional(Type.String()),
  light: WatchLight,
  at: At,
  facts: Type.Array(Fact),
});
export type WatchTrialSample = Static<typeof WatchTrialSample>;

/** 试算: a draft asked of past cases. */
export const WatchTrialView = Type.Object({
  trialId: Type.String(),
  from: Day,
  until: Day,
  status: oneOf('running', 'done', 'failed'),
  /** Cases looked at, of all in the period. */
  done: Count,
  total: Count,
  hits: Count,
  /** Cases with a hit; for rules over groups, groups. */
  cases: Count,
  /** Beside the version in force. */
  added: Count,
  gone: Count,
  byOrg: Type.Array(Type.Object({ name: Type.String(), hits: Count })),
  samples: Type.Array(WatchTrialSample),
  goneSamples: Type.Array(WatchTrialSample),
  /** Of the draft as it is now; otherwise it was changed since. */
  isOfDraft: Type.Boolean(),
});
export type WatchTrialView = Static<typeof WatchTrialView>;

export const WatchDraftView = Type.Object({
  definition: WatchDefinition,
  author: Type.String(),
  isOwn: Type.Boolean(),
  changedAt: At,
  /** What is wrong with it, in words, with the place. */
  problems: Type.Array(Type.Object({ place: Type.String(), text: Type.String() })),
  trial: optional(WatchTrialView),
  /** Somebody else publishes: where two supervise, nobody publishes what they wrote. */
  needsAnother: Type.Boolean(),
});
export type WatchDraftView = Static<typeof WatchDraftView>;

const ScopeChoice = Type.Object({ key: Type.String(), name: Type.String() });
export type WatchScopeChoice = Static<typeof ScopeChoice>;

/** 停用: how far it is, for who may propose it or agree to it. */
export const WatchRetirement = Type.Object({
  /** The next step is somebody else's: of two who supervise, nobody retires a rule alone. */
  needsAnother: Type.Boolean(),
  /** One that waits for an answer. */
  proposal: optional(
    Type.Object({
      /** Number of its entry in the journal of the rule. */
      seq: Type.Integer(),
      by: Type.String(),
      isOwn: Type.Boolean(),
      reason: Type.String(),
      basis: LegalBasisSchema,
      at: At,
    }),
  ),
});
export type WatchRetirement = Static<typeof WatchRetirement>;

export const WatchRuleView = Type.Object({
  ...WatchRuleRow.properties,
  definition: WatchDefinition,
  versions: Type.Array(Version),
  draft: optional(WatchDraftView),
  /** Not of a rule of law, nor of one that is retired. */
  retirement: optional(WatchRetirement),
  /** By what the scope of this rule can be drawn; the first in the order of their tree. */
  scopes: Type.Object({
    hasKinds: Type.Boolean(),
    orgs: Type.Array(ScopeChoice),
    items: Type.Array(ScopeChoice),
  }),
  /** Names that the condition may read. */
  names: Type.Array(Type.String()),
  /** Of the server's clock, which in a demo is another than the browser's. */
  today: Day,
  canWrite: Type.Boolean(),
});
export type WatchRuleView = Static<typeof WatchRuleView>;

export const SaveDraftBody = Type.Object({
  definition: WatchDefinition,
  /** Of the draft that was read, absent where there was none: no other is written over. */
  changedAt: Type.Optional(At),
});
export const SavedDraft = Type.Object({ changedAt: At });
export type SavedDraft = Static<typeof SavedDraft>;
export const TryDraftBody = Type.Object({ from: Day, until: Day });
export const PublishDraftBody = Type.Object({
  reason: Type.String({ minLength: 5, maxLength: 500 }),
  /** Of the draft that the publisher saw: one that was changed since is not published. */
  changedAt: At,
});
export type PublishDraftBody = Static<typeof PublishDraftBody>;
export const RetireRuleBody = Type.Object({
  reason: Type.String({ minLength: 5, maxLength: 500 }),
  basis: LegalBasisSchema,
});
export type RetireRuleBody = Static<typeof RetireRuleBody>;
/** The `seq` of the proposal that was read: what took its place meanwhile is not agreed to. */
export const AgreeToRetirementBody = Type.Object({ proposal: Type.Integer({ minimum: 1 }) });
export const CopiedRule = Type.Object({ ruleId: Type.String() });
export type CopiedRule = Static<typeof CopiedRule>;
