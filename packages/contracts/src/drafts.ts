/** An application before it is filed: not yet a case in law, so it may be changed and deleted. */
import { Type, type Static } from '@sinclair/typebox';
import { oneOf } from './schema-parts.ts';
import { At, Day, FiledMaterialBody, FilePageSchema, FormDataSchema } from './values.ts';

export const PartyBody = Type.Object({
  kind: oneOf('natural', 'legal'),
  name: Type.String({ minLength: 1, maxLength: 100 }),
  code: Type.Optional(Type.String({ maxLength: 40 })),
  phone: Type.Optional(Type.String({ maxLength: 30 })),
});
export type PartyBody = Static<typeof PartyBody>;

export const DraftChange = Type.Object({
  form: Type.Optional(FormDataSchema),
  materials: Type.Optional(Type.Array(FiledMaterialBody, { maxItems: 200 })),
  /** For whom it is filed, when not for oneself (an enterprise, a walk-in resident). */
  applicant: Type.Optional(PartyBody),
});
export type DraftChange = Static<typeof DraftChange>;

export const DraftMaterial = Type.Object({
  materialId: Type.String(),
  pages: Type.Array(FilePageSchema),
  isOnPaper: Type.Boolean(),
  isCommitted: Type.Optional(Type.Literal(true)),
});

export const DraftProblem = Type.Object({
  /** A field id, or a material id. */
  subject: Type.String(),
  kind: oneOf('field', 'material'),
  code: Type.String(),
  text: Type.String(),
  page: Type.Optional(Type.Integer()),
});
export type DraftProblem = Static<typeof DraftProblem>;

export const DraftView = Type.Object({
  draftId: Type.String(),
  itemCode: Type.String(),
  itemName: Type.String(),
  applicant: Type.Optional(PartyBody),
  form: FormDataSchema,
  /** Fields that the platform filled in from what it knows. */
  known: Type.Array(Type.String()),
  materials: Type.Array(DraftMaterial),
  savedAt: At,
  /** What still keeps it from being filed; empty when ready. */
  problems: Type.Array(DraftProblem),
});
export type DraftView = Static<typeof DraftView>;

export const FilingReceipt = Type.Object({
  caseId: Type.String(),
  number: Type.String(),
  /** Shown once; the platform keeps only its hash. */
  queryPassword: Type.String(),
  itemName: Type.String(),
  receivedAt: At,
  receivedOn: Day,
  /** By when the office must ask for corrections or the case is deemed accepted. */
  answerDueOn: Day,
  answerRuleId: Type.String(),
});
export type FilingReceipt = Static<typeof FilingReceipt>;
