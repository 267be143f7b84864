/** Commands that a person may send, as request bodies; the kernel's system acts are not here. */
import { Type, type Static } from '@sinclair/typebox';
import {
  MATERIAL_VERDICTS,
  PAYMENT_METHODS,
  REFUSAL_GROUNDS,
  SERVICE_METHODS,
} from '@yichuang/kernel/words';
import { letterOperations, ReferralBody, senderOperations } from './letters.ts';
import { sharedOperations, staffOperations } from './operations.ts';
import { oneOf } from './schema-parts.ts';
import { FiledMaterialBody, FormDataSchema, LegalBasisSchema } from './values.ts';

const taskId = Type.String({ maxLength: 100 });
const text = Type.String({ maxLength: 4000 });

const MaterialCheckBody = Type.Object({
  materialId: Type.String({ maxLength: 64 }),
  verdict: oneOf(...MATERIAL_VERDICTS),
  problem: Type.Optional(text),
  instruction: Type.Optional(text),
});

export const StaffCommand = Type.Union([
  Type.Object({
    type: Type.Literal('CheckMaterials'),
    taskId,
    checks: Type.Array(MaterialCheckBody, { maxItems: 200 }),
    paperReceived: Type.Array(Type.String({ maxLength: 64 }), { maxItems: 200 }),
  }),
  Type.Object({
    type: Type.Literal('RequestCorrection'),
    taskId,
    items: Type.Array(MaterialCheckBody, { maxItems: 200 }),
  }),
  Type.Object({
    type: Type.Literal('AcceptCase'),
    taskId,
    opinion: text,
    /** 容缺受理: materials that may come later, each within so many working days. */
    deferred: Type.Optional(
      Type.Array(
        Type.Object({
          materialId: Type.String({ maxLength: 64 }),
          days: Type.Integer({ minimum: 1, maximum: 366 }),
        }),
        { maxItems: 50 },
      ),
    ),
    /** Of a letter: the unit that is to answer it. */
    referral: Type.Optional(ReferralBody),
  }),
  Type.Object({
    type: Type.Literal('RefuseAcceptance'),
    taskId,
    ground: oneOf(...REFUSAL_GROUNDS),
    reason: text,
    basis: LegalBasisSchema,
    /** Of a letter: where its sender can turn instead. */
    goTo: Type.Optional(text),
  }),
  Type.Object({
    type: Type.Literal('ApproveTask'),
    taskId,
    opinion: text,
    /** One of many that are approved in one go. */
    isBatch: Type.Optional(Type.Literal(true)),
  }),
  Type.Object({
    type: Type.Literal('RejectTask'),
    taskId,
    opinion: text,
    basis: Type.Optional(Type.Array(LegalBasisSchema, { maxItems: 20 })),
  }),
  Type.Object({
    type: Type.Literal('ReturnTask'),
    taskId,
    toStep: Type.String({ maxLength: 64 }),
    then: oneOf('walk-again', 'straight-back'),
    reason: text,
  }),
  Type.Object({
    type: Type.Literal('AmendForm'),
    taskId,
    patch: FormDataSchema,
    materials: Type.Optional(Type.Array(FiledMaterialBody, { maxItems: 20 })),
  }),
  Type.Object({
    type: Type.Literal('StartSpecialProcedure'),
    kind: Type.String({ maxLength: 64 }),
    expectedDays: Type.Integer({ minimum: 1, maximum: 366 }),
    reason: text,
  }),
  Type.Object({
    type: Type.Literal('EndSpecialProcedure'),
    procedureId: Type.String({ maxLength: 64 }),
    result: text,
  }),
  Type.Object({
    type: Type.Literal('ExtendLimit'),
    days: Type.Integer({ minimum: 1, maximum: 366 }),
    reason: text,
  }),
  Type.Object({
    type: Type.Literal('RecordPayment'),
    amountFen: Type.Integer({ minimum: 0 }),
    method: oneOf(...PAYMENT_METHODS),
    receiptNumber: Type.String({ maxLength: 64 }),
  }),
  Type.Object({
    type: Type.Literal('ServeResult'),
    taskId,
    method: oneOf(...SERVICE_METHODS),
    recipient: Type.String({ maxLength: 100 }),
    trackingNumber: Type.Optional(Type.String({ maxLength: 64 })),
    signatureSha256: Type.Optional(Type.String({ pattern: '^[0-9a-f]{64}$' })),
  }),
  Type.Object({ type: Type.Literal('ArchiveCase'), archiveNumber: Type.String({ maxLength: 64 }) }),
  Type.Object({ type: Type.Literal('WithdrawCase'), reason: text }),
  Type.Object({
    type: Type.Literal('SubmitCorrection'),
    materials: Type.Array(FiledMaterialBody, { maxItems: 200 }),
    form: FormDataSchema,
  }),
  ...staffOperations,
  ...letterOperations,
]);
export type StaffCommand = Static<typeof StaffCommand>;

/** What an applicant may send on a case that is filed. */
export const ApplicantCommand = Type.Union([
  Type.Object({ type: Type.Literal('WithdrawCase'), reason: text }),
  Type.Object({
    type: Type.Literal('SubmitCorrection'),
    materials: Type.Array(FiledMaterialBody, { maxItems: 200 }),
    form: FormDataSchema,
  }),
  ...sharedOperations,
  ...senderOperations,
]);
export type ApplicantCommand = Static<typeof ApplicantCommand>;
