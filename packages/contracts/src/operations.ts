/** The operations of an approval (docs/operations.md) as request bodies. */
import { Type, type Static } from '@sinclair/typebox';
import { DEBT_VERDICTS } from '@yichuang/kernel/words';
import { PersonName } from './proxies.ts';
import { oneOf } from './schema-parts.ts';
import { FiledMaterialBody, FormDataSchema, LegalBasisSchema } from './values.ts';

const id = Type.String({ maxLength: 100 });
const text = Type.String({ maxLength: 4000 });
const taskId = id;
/** Only the id counts: the server gives the name that the directory has. */
const person = PersonName;
const addressee = Type.Union([PersonName, Type.Object({ post: id })]);
const materials = Type.Array(FiledMaterialBody, { maxItems: 200 });

const taskOperations = [
  Type.Object({ type: Type.Literal('ReadTask'), taskId }),
  Type.Object({ type: Type.Literal('ClaimTask'), taskId }),
  Type.Object({ type: Type.Literal('ReleaseTask'), taskId }),
  Type.Object({ type: Type.Literal('TransferTask'), taskId, to: person, reason: text }),
  Type.Object({ type: Type.Literal('HandOverTask'), taskId, to: person, reason: text }),
  Type.Object({ type: Type.Literal('AbstainTask'), taskId, opinion: text }),
  Type.Object({
    type: Type.Literal('AddSigner'),
    taskId,
    kind: oneOf('before', 'with', 'after'),
    person,
    reason: text,
    weight: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 1000 })),
  }),
  Type.Object({ type: Type.Literal('RemoveSigner'), taskId, reason: text }),
  Type.Object({ type: Type.Literal('RequestOpinion'), taskId, person, question: text }),
  Type.Object({ type: Type.Literal('GiveOpinion'), taskId, opinion: text }),
  Type.Object({ type: Type.Literal('TakeBackOpinion'), taskId }),
  Type.Object({ type: Type.Literal('RecallTask'), taskId }),
  Type.Object({
    type: Type.Literal('ResubmitCase'),
    taskId,
    form: FormDataSchema,
    materials,
    opinion: text,
  }),
] as const;

const reason = { reason: text };

const caseOperations = [
  Type.Object({ type: Type.Literal('JumpToStep'), toStep: id, ...reason }),
  Type.Object({ type: Type.Literal('FreezeCase'), ...reason }),
  Type.Object({ type: Type.Literal('UnfreezeCase'), ...reason }),
  Type.Object({
    type: Type.Literal('TerminateCase'),
    ...reason,
    basis: Type.Optional(LegalBasisSchema),
  }),
  Type.Object({
    type: Type.Literal('VoidCase'),
    ...reason,
    basis: Type.Optional(LegalBasisSchema),
  }),
  Type.Object({ type: Type.Literal('RevokeDecision'), ...reason, basis: LegalBasisSchema }),
  Type.Object({
    type: Type.Literal('CopyCase'),
    to: Type.Array(addressee, { minItems: 1, maxItems: 50 }),
    note: text,
    isForOpinion: Type.Boolean(),
    fromReading: Type.Optional(id),
  }),
  Type.Object({ type: Type.Literal('ReadCopy'), readingId: id, opinion: text }),
  Type.Object({ type: Type.Literal('HandOutCase'), itemCode: id, orgId: id, note: text }),
  Type.Object({
    type: Type.Literal('SettleDebt'),
    debtId: id,
    verdict: oneOf(...DEBT_VERDICTS),
    note: text,
    basis: Type.Optional(LegalBasisSchema),
  }),
  Type.Object({ type: Type.Literal('ReceiveMessage'), nodeId: id, message: text }),
] as const;

/** What an applicant may do as well. */
export const sharedOperations = [
  Type.Object({ type: Type.Literal('UrgeCase'), message: text }),
  Type.Object({ type: Type.Literal('SupplyMaterials'), materials }),
] as const;

export const staffOperations = [...taskOperations, ...caseOperations, ...sharedOperations] as const;
export type StaffOperation = Static<(typeof staffOperations)[number]>;
