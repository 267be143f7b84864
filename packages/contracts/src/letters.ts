/** Letters and petitions: writing in, answering, judging; what each reader is shown. */
import { Type, type Static } from '@sinclair/typebox';
import { CHANNELS } from '@yichuang/kernel/words';
import { ClockView, CommandResult, DocumentView, TimelineEntry } from './cases.ts';
import {
  AnswerFindingView,
  letterBase,
  LetterKindName,
  LetterResultName,
  LetterSide,
  SatisfactionName,
} from './letter-views.ts';
import { RowProblem, oneOf, optional } from './schema-parts.ts';
import { At, Day, FilePageSchema, FormDataSchema, LegalBasisSchema, Light } from './values.ts';

const Name = Type.String();
const id = Type.String({ maxLength: 100 });
const text = Type.String({ maxLength: 4000 });

const Channel = oneOf(...CHANNELS);

/** A way in which one can write, e.g. 投诉: an item with its limits in a sentence. */
export const LetterWay = Type.Object({
  itemCode: Type.String(),
  kind: LetterKindName,
  name: Name,
  about: Type.String(),
  /** "3个工作日内告知是否受理，15个工作日内答复" */
  limits: Type.String(),
  /** Kept from those complained of and from the public, by law. */
  isConfidential: Type.Boolean(),
});
export type LetterWay = Static<typeof LetterWay>;

const Why = Type.Array(Type.String(), { description: 'words or facts that it rests on' });

/** Another procedure that the matter belongs to (信访工作条例第三十一条). */
export const OtherProcedure = Type.Object({
  code: Type.String(),
  name: Name,
  /** Where to turn, in a sentence. */
  goTo: Type.String(),
  basis: LegalBasisSchema,
  why: Why,
});
export type OtherProcedure = Static<typeof OtherProcedure>;

export const LetterAdviceRequest = Type.Object({
  title: Type.String({ maxLength: 200 }),
  body: Type.String({ maxLength: 10_000 }),
  division: optional(id),
  itemCode: optional(id),
});
export type LetterAdviceRequest = Static<typeof LetterAdviceRequest>;

export const SimilarAnswer = Type.Object({
  number: Type.String(),
  title: Name,
  answeredOn: optional(Day),
  excerpt: Type.String(),
  why: Why,
});
export type SimilarAnswer = Static<typeof SimilarAnswer>;

/** While somebody types: suggestions, never acts. */
export const LetterAdvice = Type.Object({
  ways: Type.Array(Type.Object({ itemCode: Type.String(), why: Why })),
  category: optional(Type.Object({ name: Name, confidence: Type.Number(), why: Why })),
  unit: optional(Type.Object({ orgId: Type.String(), name: Name, why: Why })),
  elsewhere: Type.Array(OtherProcedure),
  similar: Type.Array(SimilarAnswer),
  /** Letters of the same person that look like this one. */
  own: Type.Array(Type.Object({ number: Type.String(), title: Name, at: At, why: Why })),
});
export type LetterAdvice = Static<typeof LetterAdvice>;

const filingParts = {
  itemCode: id,
  form: FormDataSchema,
  pages: optional(
    Type.Array(
      Type.Object({
        sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
        name: Type.String({ maxLength: 200 }),
      }),
      { maxItems: 20 },
    ),
  ),
  representatives: optional(
    Type.Array(
      Type.Object({
        name: Type.String({ minLength: 1, maxLength: 40 }),
        phone: optional(Type.String({ maxLength: 20 })),
      }),
      { maxItems: 20 },
    ),
  ),
  people: optional(Type.Integer({ minimum: 1, maximum: 1_000_000 })),
};

const NoticeChannelName = oneOf('inbox', 'sms', 'mail');

/** A lost password slip, printed again: what document was seen, and why. */
export const SlipAgain = Type.Object({ seen: Type.String({ minLength: 4, maxLength: 200 }) });

/** How the sender wants to be told; no channel: they look at the query page themselves. */
export const NoticeChoice = Type.Object({
  channels: Type.Array(NoticeChannelName, { maxItems: 3 }),
  /** With `mail`; when it is changed later, left out it stays what it was. */
  mail: optional(Type.String({ maxLength: 200 })),
});
export type NoticeChoice = Static<typeof NoticeChoice>;

/** What was chosen, and what could be; the address masked. */
export const NoticeWays = Type.Object({
  offered: Type.Array(NoticeChannelName),
  channels: Type.Array(NoticeChannelName),
  mail: optional(Type.String()),
});
export type NoticeWays = Static<typeof NoticeWays>;

/** By a resident who is logged in, or by the quick channel without an account. */
export const LetterFilingBody = Type.Object({
  ...filingParts,
  /** Quick channel: how the sender wants to be called and reached; both may be absent. */
  sender: optional(
    Type.Object({
      name: optional(Type.String({ maxLength: 40 })),
      phone: optional(Type.String({ maxLength: 20 })),
    }),
  ),
  /** Inbox and short message, as far as there are any, when absent. */
  notices: optional(NoticeChoice),
});
export type LetterFilingBody = Static<typeof LetterFilingBody>;

/** A letter on paper, a visit, a call, entered by staff. */
export const LetterEntryBody = Type.Object({
  ...filingParts,
  channel: Channel,
  /** Of a letter on paper: the day on which the office had it; today when absent. */
  receivedOn: optional(Day),
  sourceNumber: optional(Type.String({ maxLength: 60 })),
  sender: Type.Object({
    name: optional(Type.String({ maxLength: 40 })),
    phone: optional(Type.String({ maxLength: 20 })),
    idNumber: optional(Type.String({ maxLength: 18 })),
  }),
});
export type LetterEntryBody = Static<typeof LetterEntryBody>;

export const LetterReceipt = Type.Object({
  caseId: Type.String(),
  number: Type.String(),
  /** Made by the system; shown once more only to whoever repeats the same filing. */
  password: Type.String(),
  itemName: Name,
  clocks: Type.Array(ClockView),
});
export type LetterReceipt = Static<typeof LetterReceipt>;

/**
 * For staff who entered a letter: without the password, which is its sender's alone. It went to
 * `sentTo` by short message (masked); without a phone it is printed, see `/slip`.
 */
export const LetterEntryReceipt = Type.Composite([
  Type.Omit(LetterReceipt, ['password']),
  Type.Object({ sentTo: optional(Type.String()) }),
]);
export type LetterEntryReceipt = Static<typeof LetterEntryReceipt>;

/** What its sender sees, by log-in or by number and password. */
export const LetterView = Type.Object({
  ...letterBase,
  caseId: Type.String(),
  number: Type.String(),
  itemCode: Type.String(),
  itemName: Name,
  phase: Type.String(),
  headline: Type.String(),
  receivedOn: Day,
  acceptedOn: optional(Day),
  clocks: Type.Array(ClockView),
  timeline: Type.Array(TimelineEntry),
  documents: Type.Array(DocumentView),
  pages: Type.Array(FilePageSchema),
  /** Acts that the sender has now: `AskFollowUp`, `RateAnswer` … */
  allowed: Type.Array(Type.String()),
  followUpsLeft: Type.Integer(),
  /** Until when a review can be asked for, and of whom. */
  reviewUntil: optional(Day),
  reviewBy: optional(Name),
  notices: NoticeWays,
  /** Staff entered it: before anything is done, a code goes to this phone (masked). */
  confirmBy: optional(Type.String()),
});
export type LetterView = Static<typeof LetterView>;

const SimilarCase = Type.Object({
  caseId: Type.String(),
  number: Type.String(),
  title: Name,
  receivedAt: At,
  unit: optional(Name),
  phase: Type.String(),
  outcome: optional(Type.String()),
  score: Type.Number(),
  why: Why,
});

/** For who handles a letter: each suggestion with why; none acts by itself. */
export const LetterAssistance = Type.Object({
  category: optional(Type.Object({ name: Name, confidence: Type.Number(), why: Why })),
  units: Type.Array(
    Type.Object({ orgId: Type.String(), name: Name, confidence: Type.Number(), why: Why }),
  ),
  limits: Type.Array(Type.Object({ ruleId: Type.String(), name: Name, basis: LegalBasisSchema })),
  laws: Type.Array(Type.Object({ basis: LegalBasisSchema, why: Why })),
  elsewhere: Type.Array(OtherProcedure),
  similar: Type.Array(SimilarCase),
  /** Same sender, same matter; and many senders, same matter. */
  duplicates: Type.Array(
    Type.Composite([
      SimilarCase,
      Type.Object({ relation: oneOf('repeated', 'same-matter'), isLinked: Type.Boolean() }),
    ]),
  ),
  /** What the answer should speak to. */
  points: Type.Array(Type.String()),
  /** Wording with personal data masked, for the person who publishes to check. */
  masked: optional(
    Type.Object({
      title: Name,
      body: Type.String(),
      answers: Type.Record(Type.String(), Type.String()),
    }),
  ),
});
export type LetterAssistance = Static<typeof LetterAssistance>;

export const AnswerCheckBody = Type.Object({ result: text, facts: optional(text) });
export const AnswerCheck = Type.Object({
  findings: Type.Array(AnswerFindingView),
  /** Points of the letter that the answer does not speak to. */
  unanswered: Type.Array(Type.String()),
});
export type AnswerCheck = Static<typeof AnswerCheck>;

export const LetterRow = Type.Object({
  caseId: Type.String(),
  number: Type.String(),
  kind: LetterKindName,
  itemName: Name,
  title: Name,
  senderName: Name,
  channel: Channel,
  division: optional(Name),
  category: optional(Type.String()),
  unit: optional(Name),
  phase: Type.String(),
  receivedAt: At,
  answeredOn: optional(Day),
  dueOn: optional(Day),
  light: Light,
  remainingDays: optional(Type.Integer()),
  isSensitive: Type.Boolean(),
  isPublic: Type.Boolean(),
  people: optional(Type.Integer()),
  satisfaction: optional(SatisfactionName),
});
export type LetterRow = Static<typeof LetterRow>;

export const LetterQuery = Type.Object({
  q: optional(Type.String({ maxLength: 100 })),
  kind: optional(LetterKindName),
  phase: optional(Type.String({ maxLength: 40 })),
  unitId: optional(id),
  divisionId: optional(id),
  category: optional(Type.String({ maxLength: 100 })),
  light: optional(oneOf('yellow', 'red')),
  satisfaction: optional(SatisfactionName),
  from: optional(Day),
  until: optional(Day),
  /** Ids of letters, e.g. those behind a figure; at most 200. */
  ids: optional(Type.String({ maxLength: 8000 })),
  cursor: optional(Type.String({ maxLength: 400 })),
  limit: optional(Type.Integer({ minimum: 1, maximum: 200 })),
});
export type LetterQuery = Static<typeof LetterQuery>;

export const LetterPage = Type.Object({
  rows: Type.Array(LetterRow),
  nextCursor: optional(Type.String()),
});
export type LetterPage = Static<typeof LetterPage>;

/** By number and query password, without an account. */
export const LetterKey = Type.Object({
  number: Type.String({ maxLength: 50 }),
  password: Type.String({ maxLength: 40 }),
  /** Of a letter that staff entered: what `/confirm` answered, to act and not only to read. */
  confirmation: optional(Type.String({ maxLength: 100 })),
});
export type LetterKey = Static<typeof LetterKey>;

const round = { reason: text };
const referral = {
  toOrg: id,
  manner: oneOf('transfer', 'assign'),
  note: text,
  coUnits: optional(Type.Array(id, { maxItems: 20 })),
  reportBy: optional(Day),
  procedure: optional(Type.Literal('simple')),
};
export const ReferralBody = Type.Object(referral);

/** What the sender of a letter may do, beside what every applicant may. */
export const senderOperations = [
  Type.Object({ type: Type.Literal('AskFollowUp'), text }),
  Type.Object({
    type: Type.Literal('RateAnswer'),
    office: SatisfactionName,
    handler: SatisfactionName,
    comment: text,
  }),
  Type.Object({ type: Type.Literal('SendLetterMessage'), to: LetterSide, text }),
  Type.Object({ type: Type.Literal('RequestReview'), reason: text }),
] as const;

const taskId = id;

export const letterOperations = [
  Type.Object({ type: Type.Literal('ReferCase'), taskId, ...referral }),
  Type.Object({ type: Type.Literal('ObjectToReferral'), taskId, ...round }),
  Type.Object({
    type: Type.Literal('AnswerObjection'),
    taskId,
    isUpheld: Type.Boolean(),
    ...round,
    referral: optional(ReferralBody),
  }),
  Type.Object({ type: Type.Literal('ConvertProcedure'), taskId, ...round }),
  Type.Object({
    type: Type.Literal('DraftAnswer'),
    taskId,
    answer: Type.Object({
      thanks: text,
      result: text,
      facts: optional(text),
      basis: optional(Type.Array(LegalBasisSchema, { maxItems: 20 })),
      outcome: optional(LetterResultName),
      officerName: Type.String({ maxLength: 40 }),
      officerPhone: Type.String({ maxLength: 40 }),
    }),
  }),
  Type.Object({ type: Type.Literal('SendLetterMessage'), to: LetterSide, text }),
  Type.Object({
    type: Type.Literal('RecordInvestigation'),
    taskId,
    heldOn: Day,
    place: Type.String({ maxLength: 200 }),
    people: Type.String({ maxLength: 400 }),
    text,
  }),
  Type.Object({
    type: Type.Literal('RecordMediation'),
    taskId,
    kind: oneOf('mediation', 'settlement'),
    heldOn: Day,
    text,
  }),
  /** The number is looked up by the server. */
  Type.Object({
    type: Type.Literal('LinkLetter'),
    caseId: id,
    relation: oneOf('repeated', 'same-matter'),
    ...round,
  }),
  Type.Object({ type: Type.Literal('UnlinkLetter'), linkId: id, ...round }),
  Type.Object({ type: Type.Literal('MarkSensitive'), isSensitive: Type.Boolean(), ...round }),
  Type.Object({
    type: Type.Literal('PublishLetter'),
    title: Type.String({ maxLength: 200 }),
    body: Type.String({ maxLength: 10_000 }),
    answers: Type.Record(Type.String({ maxLength: 4 }), text),
  }),
  Type.Object({ type: Type.Literal('UnpublishLetter'), ...round }),
  Type.Object({
    type: Type.Literal('RecordCallBack'),
    manner: oneOf('phone', 'visit', 'message'),
    isSatisfied: Type.Boolean(),
    note: text,
  }),
  Type.Object({
    type: Type.Literal('SuperviseCase'),
    ground: text,
    demand: text,
    dueOn: optional(Day),
  }),
  Type.Object({ type: Type.Literal('AnswerSupervision'), supervisionId: id, text }),
] as const;

export const SenderCommand = Type.Union([
  ...senderOperations,
  Type.Object({ type: Type.Literal('UrgeCase'), message: text }),
  Type.Object({ type: Type.Literal('WithdrawCase'), reason: text }),
]);
export type SenderCommand = Static<typeof SenderCommand>;
export const SenderAct = Type.Composite([LetterKey, Type.Object({ command: SenderCommand })]);
export const SenderActResult = CommandResult;

export const SenderNotices = Type.Composite([LetterKey, Type.Object({ notices: NoticeChoice })]);
export const SenderCode = Type.Composite([
  LetterKey,
  Type.Object({ code: Type.String({ maxLength: 20 }) }),
]);
/** Known to who confirmed alone; sent with number and password for a day. */
export const SenderConfirmed = Type.Object({ confirmation: Type.String() });
export type SenderConfirmed = Static<typeof SenderConfirmed>;
export const SenderCodeSent = Type.Object({
  /** Masked. */
  phone: Type.String(),
  expiresInSeconds: Type.Integer(),
});

/** A published letter: nothing but the wording that a person has checked. */
export const PublishedRow = Type.Object({
  number: Type.String(),
  kind: LetterKindName,
  title: Name,
  division: optional(Name),
  category: optional(Type.String()),
  unit: optional(Name),
  phase: Type.String(),
  receivedOn: Day,
  answeredOn: optional(Day),
  /** The first answer came after its limit. */
  wasLate: optional(Type.Literal(true)),
  /** While it is not answered: the public countdown. */
  dueOn: optional(Day),
  light: Light,
  remainingDays: optional(Type.Integer()),
  /** Of `remainingDays`: working or calendar days. */
  remainingUnit: optional(oneOf('WD', 'CD')),
  likes: Type.Integer(),
  meToos: Type.Integer(),
  satisfaction: optional(SatisfactionName),
});
export type PublishedRow = Static<typeof PublishedRow>;

export const PublishedLetter = Type.Composite([
  PublishedRow,
  Type.Object({
    body: Type.String(),
    course: Type.Array(Type.Object({ at: At, text: Type.String() })),
    answers: Type.Array(
      Type.Object({ round: Type.Integer(), text: Type.String(), answeredOn: Day, unit: Name }),
    ),
    comments: Type.Array(
      Type.Object({ commentId: Type.String(), by: Name, text: Type.String(), at: At }),
    ),
    /** Of the reader, if logged in. */
    hasLiked: Type.Boolean(),
    hasSaidMeToo: Type.Boolean(),
  }),
]);
export type PublishedLetter = Static<typeof PublishedLetter>;

export const PublishedQuery = Type.Object({
  q: optional(Type.String({ maxLength: 100 })),
  kind: optional(LetterKindName),
  unitId: optional(id),
  divisionId: optional(id),
  state: optional(oneOf('open', 'answered')),
  cursor: optional(Type.String({ maxLength: 400 })),
});
export type PublishedQuery = Static<typeof PublishedQuery>;

export const PublishedPage = Type.Object({
  rows: Type.Array(PublishedRow),
  nextCursor: optional(Type.String()),
});
export type PublishedPage = Static<typeof PublishedPage>;

export const CommentRow = Type.Object({
  commentId: Type.String(),
  number: Type.String(),
  title: Name,
  by: Name,
  text: Type.String(),
  at: At,
  status: oneOf('pending', 'shown', 'hidden'),
  /** Words of the county's list that occur: they advise, they block nothing. */
  words: Type.Array(Type.String()),
});
export type CommentRow = Static<typeof CommentRow>;

// Reports: every figure is counted from letters, and leads to them.

const Ids = Type.Array(Type.String(), { description: 'ids of the letters behind the figure' });

export const HotTopicView = Type.Object({
  rank: Type.Integer(),
  title: Name,
  place: optional(Type.String()),
  /** What it is about, beside the place. */
  issue: Type.String(),
  heat: Type.Number(),
  letters: Type.Integer(),
  senders: Type.Integer(),
  likes: Type.Integer(),
  from: Day,
  until: Day,
  /** Letters on each day of the period. */
  trend: Type.Array(Type.Object({ day: Day, count: Type.Integer() })),
  units: Type.Array(Type.Object({ name: Name, count: Type.Integer() })),
  why: Why,
  ids: Ids,
});
export type HotTopicView = Static<typeof HotTopicView>;

export const HotTopicReport = Type.Object({
  from: Day,
  until: Day,
  letters: Type.Integer(),
  topics: Type.Array(HotTopicView),
  divisions: Type.Array(
    Type.Object({ orgId: Type.String(), name: Name, count: Type.Integer(), ids: Ids }),
  ),
});
export type HotTopicReport = Static<typeof HotTopicReport>;

export const UnsolvedRow = Type.Composite([
  LetterRow,
  Type.Object({
    daysOpen: Type.Integer(),
    daysLate: Type.Integer(),
    reopenings: Type.Integer(),
    supervisions: Type.Integer(),
    why: Type.String(),
  }),
]);
export const UnsolvedReport = Type.Object({ month: Type.String(), rows: Type.Array(UnsolvedRow) });
export type UnsolvedReport = Static<typeof UnsolvedReport>;

/** One unit's figures in a period; shares are 0..1 and absent where there is nothing to divide. */
export const UnitFigures = Type.Object({
  rank: Type.Integer(),
  orgId: Type.String(),
  name: Name,
  received: Type.Integer(),
  answered: Type.Integer(),
  onTime: Type.Integer(),
  late: Type.Integer(),
  onTimeShare: optional(Type.Number()),
  /** Answers that the final check did not send back, and that were not found to be empty. */
  qualityShare: optional(Type.Number()),
  satisfiedShare: optional(Type.Number()),
  rated: Type.Integer(),
  medianDays: optional(Type.Number()),
  /** on-time 40 %, quality 30 %, satisfaction 30 % of what can be counted. */
  score: optional(Type.Number()),
});
export type UnitFigures = Static<typeof UnitFigures>;

export const RankingReport = Type.Object({
  from: Day,
  until: Day,
  formula: Type.String(),
  units: Type.Array(UnitFigures),
});
export type RankingReport = Static<typeof RankingReport>;

const Share = Type.Object({ key: Type.String(), name: Name, count: Type.Integer() });
export const LetterStatistics = Type.Object({
  from: Day,
  until: Day,
  received: Type.Integer(),
  answered: Type.Integer(),
  onTimeShare: optional(Type.Number()),
  satisfiedShare: optional(Type.Number()),
  ratedShare: optional(Type.Number()),
  medianDays: optional(Type.Number()),
  byKind: Type.Array(Share),
  byCategory: Type.Array(Share),
  byDivision: Type.Array(Share),
  byChannel: Type.Array(Share),
  byWeek: Type.Array(
    Type.Object({ week: Day, received: Type.Integer(), answered: Type.Integer() }),
  ),
});
export type LetterStatistics = Static<typeof LetterStatistics>;

export const LetterImportReport = Type.Object({
  isDryRun: Type.Boolean(),
  rows: Type.Integer(),
  added: Type.Integer(),
  known: Type.Integer(),
  problems: Type.Array(RowProblem),
});
export type LetterImportReport = Static<typeof LetterImportReport>;

/** Orders of the mayor's hotline, as another system pushes them. */
export const HotlineOrders = Type.Object({
  orders: Type.Array(
    Type.Object({
      sourceNumber: Type.String({ minLength: 1, maxLength: 60 }),
      title: Type.String({ minLength: 1, maxLength: 200 }),
      body: Type.String({ minLength: 1, maxLength: 10_000 }),
      receivedOn: optional(Day),
      callerName: optional(Type.String({ maxLength: 40 })),
      callerPhone: optional(Type.String({ maxLength: 20 })),
      divisionId: optional(id),
      place: optional(Type.String({ maxLength: 200 })),
      category: optional(Type.String({ maxLength: 100 })),
    }),
    { minItems: 1, maxItems: 500 },
  ),
});
export type HotlineOrders = Static<typeof HotlineOrders>;

/** What became of each order; one that is known already is not received twice. */
export const HotlineAnswer = Type.Object({
  orders: Type.Array(
    Type.Object({
      sourceNumber: Type.String(),
      caseId: optional(Type.String()),
      number: optional(Type.String()),
      isNew: Type.Boolean(),
      problem: optional(Type.Object({ code: Type.String(), text: Type.String() })),
    }),
  ),
});
export type HotlineAnswer = Static<typeof HotlineAnswer>;
