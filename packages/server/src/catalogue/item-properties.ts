import { Type } from '@sinclair/typebox';
import type { FeeStandard, Fen } from '@yichuang/kernel/money';
import { FlowDefinitionSchema } from './flow-schema.ts';
import { AskedWhenSchema, FormSchema } from './form-schema.ts';
import { closed, FileName, Id, isOneOf, LegalBasisSchema, Name, Text } from './schema-parts.ts';

const Share = Type.Optional(Type.Integer({ minimum: 1, maximum: 100 }));
const FenSchema = Type.Unsafe<Fen>(Type.Integer({ minimum: 0 }));
const PixelPair = Type.Tuple([Type.Integer({ minimum: 1 }), Type.Integer({ minimum: 1 })]);

const UploadSchema = closed({
  accept: Type.Array(Type.String({ pattern: '^[a-z]+/[a-z0-9.+-]+$' }), { minItems: 1 }),
  maxBytes: Type.Integer({ minimum: 1024 }),
  minPixels: Type.Optional(PixelPair),
  maxPixels: Type.Optional(PixelPair),
  maxPages: Type.Integer({ minimum: 1, maximum: 500 }),
  paper: Type.Optional(isOneOf('A4', 'A3')),
});

const MaterialSchema = closed({
  id: Id,
  name: Name,
  nameEn: Type.Optional(Name),
  package: Type.Optional(Name),
  necessity: isOneOf('required', 'optional', 'deferrable'),
  carrier: isOneOf('electronic', 'paper', 'both'),
  originals: Share,
  copies: Share,
  source: isOneOf('applicant', 'government', 'other'),
  issuedBy: Type.Optional(Name),
  heldAs: Type.Optional(Id),
  basis: Type.Optional(LegalBasisSchema),
  criteria: Type.Optional(Text),
  sampleFile: Type.Optional(FileName),
  blankFile: Type.Optional(FileName),
  when: Type.Optional(AskedWhenSchema),
  upload: Type.Optional(UploadSchema),
  deferral: Type.Optional(
    closed({
      days: Type.Integer({ minimum: 1, maximum: 90 }),
      consequence: Text,
      consequenceEn: Type.Optional(Text),
      basis: LegalBasisSchema,
    }),
  ),
  commitment: Type.Optional(
    closed({
      text: Text,
      textEn: Type.Optional(Text),
      checkDays: Type.Integer({ minimum: 1, maximum: 365 }),
      consequence: Text,
      consequenceEn: Type.Optional(Text),
      basis: LegalBasisSchema,
    }),
  ),
});

const FieldName = Type.String({ pattern: '^[a-z][A-Za-z0-9]{0,63}$' });
const PartFilingSchema = closed({
  form: Type.Record(FieldName, Text, { additionalProperties: false }),
  materials: Type.Record(Type.String(), Id),
});

const feeCore = {
  id: Id,
  name: Name,
  basis: LegalBasisSchema,
  unit: Name,
  minFen: Type.Optional(FenSchema),
  maxFen: Type.Optional(FenSchema),
  exemptions: Type.Optional(
    Type.Array(closed({ id: Id, when: Text, basis: LegalBasisSchema, waivedPercent: Share })),
  ),
};

const FeeSchema = Type.Unsafe<FeeStandard>(
  Type.Union([
    closed({ ...feeCore, kind: Type.Literal('fixed'), unitFen: FenSchema }),
    closed({
      ...feeCore,
      kind: Type.Literal('per-unit'),
      unitFen: FenSchema,
      quantityField: Type.String(),
    }),
    closed({
      ...feeCore,
      kind: Type.Literal('tiered'),
      quantityField: Type.String(),
      tiers: Type.Array(
        closed({ upTo: Type.Optional(Type.Integer({ minimum: 1 })), unitFen: FenSchema }),
        { minItems: 1 },
      ),
      rising: Type.Optional(closed({ every: Type.Integer({ minimum: 1 }), addFen: FenSchema })),
    }),
  ]),
);

export const LimitSchema = closed({
  ruleId: Id,
  amount: Type.Integer({ minimum: 1, maximum: 3650 }),
  basis: Type.Optional(LegalBasisSchema),
});
const Template = Type.Optional(Id);

const Fields = Type.Array(Type.String(), { uniqueItems: true, maxItems: 4 });

/** Fields of an item's file, whatever its life-cycle. */
export const itemProperties = {
  code: Type.String({ pattern: '^[0-9A-Za-z._-]{4,60}$' }),
  version: Type.Integer({ minimum: 1 }),
  name: Name,
  nameEn: Type.Optional(Name),
  summary: Text,
  summaryEn: Type.Optional(Text),
  orgId: Type.String(),
  taskType: Type.String({ pattern: '^[0-9]{2}$' }),
  audiences: Type.Array(isOneOf('person', 'enterprise'), { minItems: 1, uniqueItems: true }),
  themes: Type.Array(Id, { uniqueItems: true }),
  synonyms: Type.Optional(Type.Array(Name, { uniqueItems: true })),
  handlingMode: isOneOf('on-the-spot', 'committed', 'report-up', 'joint'),
  isOnline: Type.Boolean(),
  visits: Type.Integer({ minimum: 0, maximum: 10 }),
  visitReason: Type.Optional(Text),
  conditions: Type.Array(Text),
  legalBasis: Type.Array(LegalBasisSchema, { minItems: 1 }),
  statutoryLimit: Type.Optional(LimitSchema),
  committedLimit: Type.Optional(LimitSchema),
  correctionRule: Id,
  serviceRule: Id,
  correctionDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 365 })),
  materials: Type.Array(MaterialSchema),
  form: Type.Optional(FormSchema),
  rank: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
  digest: Type.Optional(closed({ title: Fields, line: Fields })),
  startCapability: Type.Optional(Name),
  handOutForm: Type.Optional(closed({ unit: Name, subject: Name, note: Name })),
  fees: Type.Array(FeeSchema),
  specialProcedures: Type.Array(
    closed({
      kind: Id,
      name: Name,
      expectedDays: Type.Integer({ minimum: 1, maximum: 365 }),
      basis: LegalBasisSchema,
    }),
  ),
  flow: Type.Optional(FlowDefinitionSchema),
  partFilings: Type.Optional(Type.Record(Type.String(), PartFilingSchema)),
  certificate: Type.Optional(
    closed({
      typeCode: Type.String({ pattern: '^[0-9A-Z]{21}$' }),
      name: Name,
      template: Id,
      series: Name,
      numbering: Type.Optional(isOneOf('series', 'credit-code')),
      validYears: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
      holderField: Type.String(),
      holderCodeField: Type.Optional(Type.String()),
      data: Type.Optional(Type.Record(Type.String(), Text)),
      grant: Type.Optional(Text),
    }),
  ),
  documentSeries: Type.Optional(Name),
  documents: Type.Optional(
    closed({
      received: Template,
      correction: Template,
      accepted: Template,
      'acceptance-refused': Template,
      'special-procedure': Template,
      extended: Template,
      granted: Template,
      denied: Template,
      payment: Template,
      served: Template,
    }),
  ),
  resultName: Type.Optional(Name),
  place: Type.Optional(
    closed({
      address: Name,
      counter: Type.Optional(Name),
      hours: Name,
      phone: Name,
      supervisionPhone: Name,
    }),
  ),
  remedies: Type.Optional(closed({ reconsideration: Text, litigation: Text })),
};
