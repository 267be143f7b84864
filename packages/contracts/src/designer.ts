/** The designer: items under construction, what is wrong with them, and versions with a date. */
import { Type, type Static } from '@sinclair/typebox';
import type { ItemDefinition } from '@yichuang/kernel/case';
import { oneOf } from './schema-parts.ts';
import { At, Day, FormDataSchema } from './values.ts';

/** A published definition, or one under construction: then it may have problems, never a hole. */
const ItemSchema = Type.Unsafe<ItemDefinition>(Type.Any());
const Lifecycle = oneOf('internal', 'licensing');
const Version = Type.Integer({ minimum: 1, maximum: 2_147_483_647 });
const ShortText = Type.String({ minLength: 1, maxLength: 200 });

/** One thing that keeps a draft from being published. */
export const DesignProblem = Type.Object({
  code: Type.String(),
  /** JSON pointer within the item, e.g. `/flow/main/children/1/posts`. */
  path: Type.String(),
  /** The flow node in which it is. */
  nodeId: Type.Optional(Type.String()),
  /** The form field in which it is, or that is missed. */
  field: Type.Optional(Type.String()),
  /** What is wrong and why, in the language of the request. */
  text: Type.String(),
  /** What to do about it. */
  remedy: Type.String(),
});
export type DesignProblem = Static<typeof DesignProblem>;

export const DesignDraftRow = Type.Object({
  draftId: Type.String(),
  itemCode: Type.String(),
  name: Type.String(),
  orgId: Type.String(),
  orgName: Type.String(),
  lifecycle: Lifecycle,
  /** The published version from which it was copied; absent for a new item. */
  baseVersion: Type.Optional(Type.Integer()),
  changedAt: At,
  changedBy: Type.String(),
  problemCount: Type.Integer(),
});
export type DesignDraftRow = Static<typeof DesignDraftRow>;

export const DesignItemRow = Type.Object({
  code: Type.String(),
  name: Type.String(),
  orgId: Type.String(),
  orgName: Type.String(),
  version: Type.Integer(),
  lifecycle: Lifecycle,
  isOnline: Type.Boolean(),
});
export type DesignItemRow = Static<typeof DesignItemRow>;

const Choice = Type.Object({ id: Type.String(), name: Type.String() });

export const DesignerHome = Type.Object({
  drafts: Type.Array(DesignDraftRow),
  /** With a flow first; imported guides only as far as `q` finds them. At most 200. */
  items: Type.Array(DesignItemRow),
  /** For which organisations the person may design. */
  organisations: Type.Array(Choice),
});
export type DesignerHome = Static<typeof DesignerHome>;

export const DesignerQuery = Type.Object({ q: Type.Optional(Type.String({ maxLength: 100 })) });
export type DesignerQuery = Static<typeof DesignerQuery>;

/** Exactly one of the three. */
export const NewDesignDraft = Type.Object({
  from: Type.Optional(Type.Object({ itemCode: ShortText, version: Type.Optional(Version) })),
  blank: Type.Optional(
    Type.Object({
      code: Type.Optional(Type.String({ maxLength: 60 })),
      name: ShortText,
      orgId: ShortText,
      lifecycle: Lifecycle,
    }),
  ),
  bpmn: Type.Optional(
    Type.Object({
      xml: Type.String({ minLength: 1, maxLength: 1_000_000 }),
      name: ShortText,
      orgId: ShortText,
      lifecycle: Type.Optional(Lifecycle),
      /** Which, where the file has several. */
      processId: Type.Optional(ShortText),
    }),
  ),
});
export type NewDesignDraft = Static<typeof NewDesignDraft>;

export const DesignDraftCreated = Type.Object({ draftId: Type.String() });
export type DesignDraftCreated = Static<typeof DesignDraftCreated>;

export const DesignPost = Type.Object({
  id: Type.String(),
  name: Type.String(),
  orgId: Type.String(),
  orgName: Type.String(),
  holders: Type.Array(Type.String()),
});
export type DesignPost = Static<typeof DesignPost>;

export const DesignDraftView = Type.Object({
  draftId: Type.String(),
  /** Counts the saves; sent back with the next one. */
  revision: Type.Integer(),
  item: ItemSchema,
  /** The published version from which it was copied. */
  base: Type.Optional(ItemSchema),
  /** The newest published version, planned ones included; above the base's: somebody was faster. */
  newestVersion: Type.Optional(Type.Integer()),
  changedAt: At,
  changedBy: Type.String(),
  problems: Type.Array(DesignProblem),
  posts: Type.Array(DesignPost),
  templates: Type.Array(Choice),
  items: Type.Array(Type.Object({ code: Type.String(), name: Type.String() })),
  organisations: Type.Array(Choice),
  themes: Type.Array(Choice),
  /** Limits known to the statutes: what an item's limits may name. */
  limitRules: Type.Array(Choice),
});
export type DesignDraftView = Static<typeof DesignDraftView>;

export const SaveDesignDraft = Type.Object({
  revision: Type.Integer({ minimum: 1 }),
  item: Type.Unsafe<ItemDefinition>(Type.Object({}, { additionalProperties: true })),
});
export type SaveDesignDraft = Static<typeof SaveDesignDraft>;

export const DesignDraftSaved = Type.Object({
  revision: Type.Integer(),
  changedAt: At,
  problems: Type.Array(DesignProblem),
});
export type DesignDraftSaved = Static<typeof DesignDraftSaved>;

export const TryPerson = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 64 }),
  name: Type.String({ minLength: 1, maxLength: 100 }),
  posts: Type.Array(Type.String({ maxLength: 64 }), { maxItems: 100 }),
  capabilities: Type.Optional(Type.Array(Type.String({ maxLength: 64 }), { maxItems: 30 })),
});
export type TryPerson = Static<typeof TryPerson>;

/** An act of a play script (docs/play.md); its own parameters stand beside `by` and `act`. */
export const TryAct = Type.Unsafe<
  {
    readonly by: string;
    readonly act: string;
    readonly step?: string;
    readonly task?: string;
    readonly after?: string;
  } & Readonly<Record<string, unknown>>
>(
  Type.Object(
    {
      by: Type.String({ maxLength: 64 }),
      act: Type.String({ maxLength: 64 }),
      step: Type.Optional(Type.String({ maxLength: 64 })),
      task: Type.Optional(Type.String({ maxLength: 200 })),
      after: Type.Optional(Type.String({ maxLength: 20 })),
    },
    { additionalProperties: true },
  ),
);
export type TryAct = Static<typeof TryAct>;

export const TryRun = Type.Object({
  /** Absent: one or two invented people for each post of the flow. */
  people: Type.Optional(Type.Array(TryPerson, { maxItems: 100 })),
  /** Absent: plausible values for the required fields. */
  form: Type.Optional(FormDataSchema),
  acts: Type.Array(TryAct, { maxItems: 200 }),
  /** true: after the acts, whoever can goes on approving until the case ends or is stuck. */
  walksOn: Type.Optional(Type.Boolean()),
});
export type TryRun = Static<typeof TryRun>;

export const TryLine = Type.Object({
  /** From 0: the filing itself. */
  n: Type.Integer(),
  by: Type.String(),
  act: Type.String(),
  ok: Type.Boolean(),
  /** What happened or why not, one sentence each. */
  texts: Type.Array(Type.String()),
  open: Type.Array(
    Type.Object({
      taskId: Type.String(),
      step: Type.String(),
      /** Ids of the invented people who can act on it now. */
      who: Type.Array(Type.String()),
    }),
  ),
  /** Where every node of the flow stands after the act: `open`, `done`, `skipped` … */
  nodes: Type.Record(Type.String(), Type.String()),
  clocks: Type.Array(
    Type.Object({
      clockId: Type.String(),
      dueOn: Type.Optional(Day),
      light: Type.Optional(Type.String()),
    }),
  ),
  phase: Type.String(),
});
export type TryLine = Static<typeof TryLine>;

export const TryResult = Type.Object({
  people: Type.Array(TryPerson),
  form: FormDataSchema,
  /** The acts played, those of `walksOn` included: sent again, they give the same lines. */
  acts: Type.Array(TryAct),
  lines: Type.Array(TryLine),
});
export type TryResult = Static<typeof TryResult>;

export const ChangeKind = Type.Union(
  (['added', 'removed', 'changed', 'moved'] as const).map((kind) => Type.Literal(kind)),
);
export type ChangeKind = Static<typeof ChangeKind>;

export const ChangePart = Type.Union(
  (['basics', 'flow', 'form', 'materials', 'limits', 'fees', 'documents'] as const).map((part) =>
    Type.Literal(part),
  ),
);
export type ChangePart = Static<typeof ChangePart>;

export const DesignChange = Type.Object({
  kind: ChangeKind,
  /** The tab of the designer to which it belongs. */
  where: ChangePart,
  nodeId: Type.Optional(Type.String()),
  field: Type.Optional(Type.String()),
  /** One sentence in the language of the request. */
  text: Type.String(),
  before: Type.Optional(Type.String()),
  after: Type.Optional(Type.String()),
});
export type DesignChange = Static<typeof DesignChange>;

export const DesignComparison = Type.Object({
  /** The version compared with. */
  version: Type.Integer(),
  changes: Type.Array(DesignChange),
});
export type DesignComparison = Static<typeof DesignComparison>;

/** Without a version: the one in force. */
export const CompareQuery = Type.Object({ with: Type.Optional(Version) });

export const PublishDesign = Type.Object({
  /** The first day on which it is in force; today at the earliest. */
  from: Day,
  note: Type.String({ minLength: 1, maxLength: 500 }),
  revision: Type.Integer({ minimum: 1 }),
  /** Needed where a newer version than the draft's base exists: that version, seen and meant. */
  replaces: Type.Optional(Version),
});
export type PublishDesign = Static<typeof PublishDesign>;

export const DesignPublished = Type.Object({
  code: Type.String(),
  version: Type.Integer(),
  from: Day,
});
export type DesignPublished = Static<typeof DesignPublished>;

export const DesignVersion = Type.Object({
  version: Type.Integer(),
  status: Type.Union(
    (['planned', 'current', 'past', 'withdrawn'] as const).map((status) => Type.Literal(status)),
  ),
  from: Day,
  publishedAt: Type.Optional(At),
  publishedBy: Type.Optional(Type.String()),
  note: Type.Optional(Type.String()),
  withdrawnAt: Type.Optional(At),
  withdrawnBy: Type.Optional(Type.String()),
  /** Cases on it that have not ended; for versions with a flow. */
  runningCases: Type.Integer(),
});
export type DesignVersion = Static<typeof DesignVersion>;

export const DesignVersions = Type.Object({
  code: Type.String(),
  name: Type.String(),
  /** Newest first. */
  versions: Type.Array(DesignVersion),
});
export type DesignVersions = Static<typeof DesignVersions>;

export const RebaseOrder = Type.Object({
  toVersion: Version,
  /** true: says what would happen and changes nothing. */
  isDryRun: Type.Boolean(),
  /** Absent: every running case of the item on another version, at most 500. */
  caseIds: Type.Optional(Type.Array(Type.String({ format: 'uuid' }), { maxItems: 500 })),
});
export type RebaseOrder = Static<typeof RebaseOrder>;

export const RebaseReport = Type.Object({
  results: Type.Array(
    Type.Object({
      caseId: Type.String(),
      number: Type.String(),
      fromVersion: Type.Integer(),
      ok: Type.Boolean(),
      refusals: Type.Optional(
        Type.Array(Type.Object({ code: Type.String(), text: Type.String() })),
      ),
    }),
  ),
  /** More cases than one call takes: call again. */
  hasMore: Type.Boolean(),
});
export type RebaseReport = Static<typeof RebaseReport>;

/** What became of each item file of a pack that was handed in. */
export const DesignImport = Type.Object({
  drafts: Type.Array(
    Type.Object({
      draftId: Type.String(),
      file: Type.String(),
      itemCode: Type.String(),
      name: Type.String(),
      problems: Type.Array(DesignProblem),
    }),
  ),
  /** Files of which no draft could be made, each with the reason. */
  failures: Type.Array(
    Type.Object({
      file: Type.String(),
      line: Type.Integer(),
      path: Type.String(),
      code: Type.String(),
      text: Type.String(),
    }),
  ),
});
export type DesignImport = Static<typeof DesignImport>;

/*
 * The interface (rights: action `item:design`; rebase: `case:rebase`):
 * GET    /api/designer?q=                            DesignerHome
 * POST   /api/designer/drafts                        NewDesignDraft → 201 DesignDraftCreated
 * GET    /api/designer/drafts/:draftId               DesignDraftView
 * PUT    /api/designer/drafts/:draftId               SaveDesignDraft → DesignDraftSaved;
 *                                                    409 `design-draft-changed` {by, at}
 * DELETE /api/designer/drafts/:draftId               204
 * POST   /api/designer/drafts/:draftId/try           TryRun → TryResult
 * GET    /api/designer/drafts/:draftId/compare?with= DesignComparison
 * POST   /api/designer/drafts/:draftId/publish       PublishDesign → 201 DesignPublished
 * GET    /api/designer/drafts/:draftId/pack.zip      a pack folder
 * GET    /api/designer/items/:code/pack.zip          the same of the version in force, or ?version=
 * GET    /api/designer/items/:code/versions          DesignVersions
 * DELETE /api/designer/items/:code/versions/:version 204: a planned version is withdrawn
 * POST   /api/designer/items/:code/rebase            RebaseOrder → RebaseReport
 * POST   /api/designer/import                        multipart `file`: a zip → 201 DesignImport
 */
