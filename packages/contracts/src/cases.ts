import { Type, type Static } from '@sinclair/typebox';
import { CLOCK_KINDS, MATERIAL_VERDICTS } from '@yichuang/kernel/words';
import { DebtView, deskViews } from './desk-views.ts';
import { ForecastView } from './forecast.ts';
import { StaffLetterView } from './letter-views.ts';
import { oneOf } from './schema-parts.ts';
import { At, Day, Fen, FilePageSchema, FormDataSchema, LegalBasisSchema, Light } from './values.ts';

const Name = Type.String();

export const ClockView = Type.Object({
  clockId: Type.String(),
  kind: oneOf(...CLOCK_KINDS),
  ruleId: Type.String(),
  /** Chinese name of the rule. */
  name: Name,
  basis: LegalBasisSchema,
  from: Day,
  amount: Type.Integer(),
  unit: oneOf('WD', 'CD'),
  extendedBy: Type.Integer(),
  /** Absent while an excluded procedure runs: the end is not known yet. */
  dueOn: Type.Optional(Day),
  rolledOn: Type.Optional(Day),
  isProvisional: Type.Boolean(),
  isSuspended: Type.Boolean(),
  light: Light,
  /** Working days left after today; negative when late. Absent while suspended or stopped. */
  remainingDays: Type.Optional(Type.Integer()),
  stoppedAt: Type.Optional(At),
});
export type ClockView = Static<typeof ClockView>;

export const ExplainedDayView = Type.Object({
  date: Day,
  weekday: Type.Integer({ minimum: 1, maximum: 7 }),
  kind: Type.String(),
  n: Type.Optional(Type.Integer()),
  /** What the day is, in the reader's language. */
  text: Type.String(),
  source: Type.Optional(Type.String()),
});
export const ClockExplanation = Type.Object({
  clock: ClockView,
  /** The count in one sentence. */
  summary: Type.String(),
  days: Type.Array(ExplainedDayView),
});
export type ClockExplanation = Static<typeof ClockExplanation>;

export const MaterialView = Type.Object({
  materialId: Type.String(),
  name: Name,
  package: Type.Optional(Type.String()),
  necessity: Type.String(),
  carrier: Type.String(),
  criteria: Type.Optional(Type.String()),
  pages: Type.Array(FilePageSchema),
  isOnPaper: Type.Boolean(),
  isPaperReceived: Type.Boolean(),
  verdict: Type.Optional(oneOf(...MATERIAL_VERDICTS)),
  problem: Type.Optional(Type.String()),
  instruction: Type.Optional(Type.String()),
  filings: Type.Integer(),
});
export type MaterialView = Static<typeof MaterialView>;

export const DocumentView = Type.Object({
  documentId: Type.String(),
  template: Type.String(),
  name: Name,
  moment: Type.String(),
  orderedAt: At,
  issuedAt: Type.Optional(At),
  number: Type.Optional(Type.String()),
  bytes: Type.Optional(Type.Integer()),
  certificateId: Type.Optional(Type.String()),
  validFrom: Type.Optional(Day),
  validUntil: Type.Optional(Day),
});
export type DocumentView = Static<typeof DocumentView>;

/** One thing that happened, told in the reader's language. */
export const TimelineEntry = Type.Object({
  seq: Type.Integer(),
  type: Type.String(),
  at: At,
  by: Type.String(),
  /** Post or office in which the person acted. */
  role: Type.Optional(Type.String()),
  text: Type.String(),
  opinion: Type.Optional(Type.String()),
  documentId: Type.Optional(Type.String()),
  tone: oneOf('plain', 'good', 'attention', 'bad'),
});
export type TimelineEntry = Static<typeof TimelineEntry>;

export const FlowStepView = Type.Object({
  nodeId: Type.String(),
  kind: Type.String(),
  name: Name,
  duty: Type.Optional(Type.String()),
  status: Type.Union([
    Type.Literal('ahead'),
    Type.Literal('open'),
    Type.Literal('done'),
    Type.Literal('reset'),
    Type.Literal('cancelled'),
    Type.Literal('skipped'),
    /** Another branch was chosen, or the case is over: it will not come to this. */
    Type.Literal('not-taken'),
  ]),
  /** Of a step: since when it is open, or when it was done. */
  at: Type.Optional(At),
  round: Type.Integer(),
  posts: Type.Array(Type.Object({ id: Type.String(), name: Name })),
  limit: Type.Optional(Type.Object({ amount: Type.Integer(), unit: Type.String() })),
  /** How deep it is nested, and the branch it lies in, for drawing. */
  depth: Type.Integer(),
  branch: Type.Optional(Type.String()),
});
export type FlowStepView = Static<typeof FlowStepView>;

export const OpenTaskView = Type.Object({
  taskId: Type.String(),
  stepId: Type.String(),
  stepName: Name,
  duty: Type.String(),
  round: Type.Integer(),
  postNames: Type.Array(Type.String()),
  holderNames: Type.Array(Type.String()),
  isMine: Type.Boolean(),
  /** In whose place the reader would act, where it is not their own task (代理). */
  onBehalfOf: Type.Optional(Type.String()),
  openedAt: At,
});

export const AllowedActView = Type.Object({
  act: Type.String(),
  taskId: Type.Optional(Type.String()),
  stepId: Type.Optional(Type.String()),
  targets: Type.Optional(
    Type.Array(Type.Object({ stepId: Type.String(), name: Name, straightBack: Type.Boolean() })),
  ),
  procedures: Type.Optional(
    Type.Array(
      Type.Object({ id: Type.String(), name: Name, expectedDays: Type.Optional(Type.Integer()) }),
    ),
  ),
  fields: Type.Optional(Type.Array(Type.String())),
  /** Materials that may be handed in with the fields. */
  materials: Type.Optional(Type.Array(Type.String())),
  /** Of the fields: those that the step has to write before it is approved. */
  missing: Type.Optional(Type.Array(Type.String())),
  /** What there is to read, or to send onward: ids of readings, the unread first. */
  readings: Type.Optional(Type.Array(Type.String())),
  /** Debts that can be settled now. */
  debts: Type.Optional(Type.Array(Type.String())),
  /** Nodes that wait for a message. */
  nodes: Type.Optional(Type.Array(Type.String())),
  /** In whose place (代理). */
  onBehalfOf: Type.Optional(Type.String()),
});
export type AllowedActView = Static<typeof AllowedActView>;

export const FeeView = Type.Object({
  amountFen: Fen,
  lines: Type.Array(
    Type.Object({
      name: Name,
      quantity: Type.Number(),
      unit: Type.String(),
      unitFen: Fen,
      amountFen: Fen,
      basis: LegalBasisSchema,
    }),
  ),
  assessedAt: At,
  paidAt: Type.Optional(At),
  method: Type.Optional(Type.String()),
  receiptNumber: Type.Optional(Type.String()),
});

export const PartyView = Type.Object({
  name: Name,
  kind: Type.String(),
  /** Masked unless the reader may see it. */
  code: Type.Optional(Type.String()),
  phone: Type.Optional(Type.String()),
});

/** One office's part of a joint case, with its own clocks inside the whole's. */
export const CasePartView = Type.Object({
  partId: Type.String(),
  name: Name,
  itemCode: Type.String(),
  office: Name,
  status: oneOf('waiting', 'open', 'granted', 'denied', 'cancelled'),
  /** Names of the parts that it waits for. */
  after: Type.Array(Type.String()),
  caseId: Type.Optional(Type.String()),
  number: Type.Optional(Type.String()),
  /** The reader may open the part's own case. */
  canOpen: Type.Boolean(),
  headline: Type.Optional(Type.String()),
  clocks: Type.Array(ClockView),
  /** Documents and certificates that it has issued. */
  documents: Type.Array(DocumentView),
});
export type CasePartView = Static<typeof CasePartView>;

/** The whole that a case is a part of. */
export const CaseParentView = Type.Object({
  caseId: Type.String(),
  number: Type.String(),
  itemName: Name,
  canOpen: Type.Boolean(),
});
export type CaseParentView = Static<typeof CaseParentView>;

const caseBase = {
  caseId: Type.String(),
  version: Type.Integer(),
  number: Type.String(),
  itemCode: Type.String(),
  /** The version that it runs on, whatever was published since. */
  itemVersion: Type.Integer(),
  itemName: Name,
  orgName: Name,
  phase: Type.String(),
  /** One sentence: where it is, with whom, until when. */
  headline: Type.String(),
  channel: Type.String(),
  receivedAt: At,
  receivedOn: Day,
  acceptedOn: Type.Optional(Day),
  isDeemedAccepted: Type.Boolean(),
  clocks: Type.Array(ClockView),
  materials: Type.Array(MaterialView),
  documents: Type.Array(DocumentView),
  timeline: Type.Array(TimelineEntry),
  flow: Type.Array(FlowStepView),
  forecast: Type.Array(ForecastView),
  fee: Type.Optional(FeeView),
  decision: Type.Optional(
    Type.Object({
      outcome: oneOf('granted', 'denied', 'answered'),
      decidedOn: Day,
      reason: Type.String(),
    }),
  ),
  service: Type.Optional(
    Type.Object({ method: Type.String(), recipient: Type.String(), servedOn: Day }),
  ),
  allowed: Type.Array(AllowedActView),
  /** 容缺受理 and 告知承诺: what the applicant still owes. */
  debts: Type.Array(DebtView),
  /** Of a joint case, in the order of its flow. */
  parts: Type.Optional(Type.Array(CasePartView)),
  /** Of a part. */
  parent: Type.Optional(CaseParentView),
};

/** What staff who may see the case are shown. */
export const CaseView = Type.Object({
  ...caseBase,
  ...deskViews,
  applicant: PartyView,
  contact: PartyView,
  form: FormDataSchema,
  hiddenFields: Type.Array(Type.String()),
  /** Of the units that the form names by their id. */
  orgNames: Type.Optional(Type.Record(Type.String(), Name)),
  /** Sections, titles and units come from the item: GET /api/items/:code. */
  tasks: Type.Array(OpenTaskView),
  specialProcedures: Type.Array(
    Type.Object({
      procedureId: Type.String(),
      name: Name,
      startedOn: Day,
      expectedDays: Type.Integer(),
      reason: Type.String(),
      endedOn: Type.Optional(Day),
      result: Type.Optional(Type.String()),
    }),
  ),
  hits: Type.Array(Type.Object({ rule: Type.String(), subject: Type.String(), at: At })),
  /** Of a letter: what is its own. */
  letter: Type.Optional(StaffLetterView),
});
export type CaseView = Static<typeof CaseView>;

/** What the applicant is shown; the same without internal opinions and posts. */
export const ApplicantCaseView = Type.Object({
  ...caseBase,
  /** Who has it now, with the office's telephone. */
  handler: Type.Optional(Type.Object({ office: Name, phone: Type.Optional(Type.String()) })),
  form: FormDataSchema,
  correction: Type.Optional(
    Type.Object({
      requestedAt: At,
      dueOn: Type.Optional(Day),
      items: Type.Array(
        Type.Object({
          materialId: Type.String(),
          name: Name,
          verdict: Type.String(),
          problem: Type.String(),
          instruction: Type.Optional(Type.String()),
        }),
      ),
    }),
  ),
});
export type ApplicantCaseView = Static<typeof ApplicantCaseView>;

/** By number and query password, without a log-in: no form, no files, no personal data. */
export const TrackingView = Type.Object({
  number: Type.String(),
  itemName: Name,
  orgName: Name,
  phase: Type.String(),
  headline: Type.String(),
  receivedOn: Day,
  clocks: Type.Array(ClockView),
  timeline: Type.Array(TimelineEntry),
  flow: Type.Array(FlowStepView),
  forecast: Type.Array(ForecastView),
  handler: Type.Optional(Type.Object({ office: Name, phone: Type.Optional(Type.String()) })),
  /** Of a joint case; without documents, and none of them to be opened. */
  parts: Type.Optional(Type.Array(CasePartView)),
});
export type TrackingView = Static<typeof TrackingView>;

export const TaskRow = Type.Object({
  /** In whose place the reader would act (代理). */
  onBehalfOf: Type.Optional(Type.String()),
  caseId: Type.String(),
  taskId: Type.Optional(Type.String()),
  number: Type.String(),
  itemCode: Type.String(),
  itemName: Name,
  applicantName: Name,
  phase: Type.String(),
  stepName: Type.Optional(Name),
  duty: Type.Optional(Type.String()),
  since: At,
  /** Of the clock that falls due first. */
  dueOn: Type.Optional(Day),
  light: Light,
  remainingDays: Type.Optional(Type.Integer()),
  others: Type.Array(Type.String()),
  outcome: Type.Optional(Type.String()),
  /** Of an approval within the offices: whose it is and what is asked, in two short texts. */
  title: Type.Optional(Name),
  line: Type.Optional(Type.String()),
  /** Whether the task, or what came to read, has been looked at. */
  isRead: Type.Optional(Type.Boolean()),
  /** What came to read 抄送、传阅. */
  readingId: Type.Optional(Type.String()),
  /** `circulation`: asks for an opinion; a `copy` is read by opening it. */
  readingKind: Type.Optional(Type.String()),
  fromName: Type.Optional(Name),
  note: Type.Optional(Type.String()),
});
export type TaskRow = Static<typeof TaskRow>;

export const TaskPage = Type.Object({
  rows: Type.Array(TaskRow),
  nextCursor: Type.Optional(Type.String()),
  counts: Type.Object({
    todo: Type.Integer(),
    yellow: Type.Integer(),
    red: Type.Integer(),
    /** The counts stop here: "1,000+". */
    isCapped: Type.Boolean(),
  }),
});
export type TaskPage = Static<typeof TaskPage>;

export const CommandResult = Type.Object({
  caseId: Type.String(),
  version: Type.Integer(),
  phase: Type.String(),
});
export type CommandResult = Static<typeof CommandResult>;

export const CertificateCheck = Type.Object({
  certificateId: Type.Optional(Type.String()),
  number: Type.String(),
  name: Name,
  holder: Name,
  issuer: Name,
  issuedOn: Day,
  validFrom: Type.Optional(Day),
  validUntil: Type.Optional(Day),
  status: oneOf('valid', 'expired', 'revoked', 'voided'),
  isSealValid: Type.Boolean(),
});
export type CertificateCheck = Static<typeof CertificateCheck>;

/** The county's live record on the home page: computed, never typed. */
export const LiveRecord = Type.Object({
  receivedToday: Type.Integer(),
  concludedTotal: Type.Integer(),
  onTimeShare: Type.Optional(Type.Number()),
  medianWorkingDays: Type.Optional(Type.Number()),
});
export type LiveRecord = Static<typeof LiveRecord>;
