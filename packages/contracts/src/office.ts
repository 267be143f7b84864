/** Approvals within the offices: what may be started, drafts, lists, many approvals at once. */
import { Type, type Static } from '@sinclair/typebox';
import type { ItemDefinition } from '@yichuang/kernel/case';
import { oneOf } from './schema-parts.ts';
import { At, Day, FiledMaterialBody, FilePageSchema, FormDataSchema } from './values.ts';

const Name = Type.String();
const ItemCode = Type.String({ maxLength: 64 });

export const OfficeItem = Type.Object({
  code: Type.String(),
  name: Name,
  summary: Type.String(),
  /** How often the reader has started it: the most used come first. */
  used: Type.Integer(),
  /** Work of another case can be handed out by it (分发). */
  canBeHandedOut: Type.Boolean(),
});
export type OfficeItem = Static<typeof OfficeItem>;

/** As whom somebody starts: the unit of one of their posts. */
export const OfficeCapacity = Type.Object({
  postId: Type.String(),
  postName: Name,
  orgId: Type.String(),
  orgName: Name,
});
export type OfficeCapacity = Static<typeof OfficeCapacity>;

export const OfficeHome = Type.Object({
  /** The office's day. */
  today: Day,
  name: Name,
  capacities: Type.Array(OfficeCapacity),
  items: Type.Array(OfficeItem),
});
export type OfficeHome = Static<typeof OfficeHome>;

/** An empty form, filled in with what is known and what was chosen last time. */
export const OfficeStart = Type.Object({
  /** The office's day, which quick picks count from. */
  today: Day,
  item: Type.Unsafe<ItemDefinition>(Type.Any()),
  form: FormDataSchema,
  /** One-touch words by field: the item's own and the reader's last ones. */
  phrases: Type.Record(Type.String(), Type.Array(Type.String())),
  /** Units to choose from, by field. */
  units: Type.Record(
    Type.String(),
    Type.Array(Type.Object({ id: Type.String(), name: Name, parentName: Type.Optional(Name) })),
  ),
});
export type OfficeStart = Static<typeof OfficeStart>;

export const OfficeBody = Type.Object({
  itemCode: ItemCode,
  form: FormDataSchema,
  materials: Type.Optional(Type.Array(FiledMaterialBody, { maxItems: 20 })),
  /** The post in whose unit it is started; without it the first one held. */
  postId: Type.Optional(Type.String({ maxLength: 64 })),
});
export type OfficeBody = Static<typeof OfficeBody>;

export const OfficeProblem = Type.Object({
  subject: Type.String(),
  kind: oneOf('field', 'material'),
  code: Type.String(),
  text: Type.String(),
});

/** What would happen: the form with its computed fields, what is missing, who gets it first. */
export const OfficePreview = Type.Object({
  form: FormDataSchema,
  problems: Type.Array(OfficeProblem),
  next: Type.Array(Type.Object({ stepName: Name, holders: Type.Array(Name) })),
  /** Who comes after, as far as it is certain by now. */
  later: Type.Array(Type.Object({ stepName: Name, holders: Type.Array(Name) })),
});
export type OfficePreview = Static<typeof OfficePreview>;

export const OfficeReceipt = Type.Object({
  caseId: Type.String(),
  number: Type.String(),
  title: Name,
  line: Type.String(),
  next: OfficePreview.properties.next,
});
export type OfficeReceipt = Static<typeof OfficeReceipt>;

export const OfficeFiling = Type.Composite([
  OfficeBody,
  /** Removed once it has become a case. */
  Type.Object({ draftId: Type.Optional(Type.String({ format: 'uuid' })) }),
]);
export type OfficeFiling = Static<typeof OfficeFiling>;

export const OfficeDraft = Type.Object({
  draftId: Type.String(),
  itemCode: Type.String(),
  itemName: Name,
  title: Name,
  line: Type.String(),
  form: FormDataSchema,
  materials: Type.Array(
    Type.Object({
      materialId: Type.String(),
      pages: Type.Array(FilePageSchema),
      isOnPaper: Type.Boolean(),
    }),
  ),
  savedAt: At,
});
export type OfficeDraft = Static<typeof OfficeDraft>;

/** How many of each list wait; each stops counting at the same cap. */
export const ListCounts = Type.Object({
  todo: Type.Integer(),
  toread: Type.Integer(),
  started: Type.Integer(),
  followed: Type.Integer(),
  drafts: Type.Integer(),
  cap: Type.Integer(),
});
export type ListCounts = Static<typeof ListCounts>;

/** Many approvals: each its own command, decided by itself. */
export const BatchBody = Type.Object({
  acts: Type.Array(
    Type.Object({
      caseId: Type.String({ maxLength: 64 }),
      command: Type.Object({
        type: Type.Literal('ApproveTask'),
        taskId: Type.String({ maxLength: 100 }),
        opinion: Type.String({ maxLength: 4000 }),
      }),
    }),
    { minItems: 1, maxItems: 50 },
  ),
});
export type BatchBody = Static<typeof BatchBody>;

export const BatchResult = Type.Object({
  results: Type.Array(
    Type.Object({
      caseId: Type.String(),
      taskId: Type.String(),
      ok: Type.Boolean(),
      phase: Type.Optional(Type.String()),
      /** Why not, in the reader's language, with what to do. */
      refusals: Type.Optional(
        Type.Array(
          Type.Object({ code: Type.String(), text: Type.String(), nextStep: Type.String() }),
        ),
      ),
    }),
  ),
});
export type BatchResult = Static<typeof BatchResult>;
