/** Indicators, what stands behind them, and the assessments made of them. */
import { Type, type Static } from '@sinclair/typebox';
import { oneOf } from './schema-parts.ts';
import { Day } from './values.ts';

const text = Type.String({ minLength: 1, maxLength: 2000 });
const indicatorId = Type.String({ pattern: '^[a-z][a-z0-9-]*$', maxLength: 60 });
const countName = Type.String({ pattern: '^[a-z][a-zA-Z]*$', maxLength: 60 });
const closed = { additionalProperties: false } as const;

/** A row of `packs/statutes/indicators.json`: a figure is one count by another, as data. */
export const IndicatorDefinition = Type.Object(
  {
    id: indicatorId,
    group: oneOf('time', 'ease', 'care', 'voice', 'watch'),
    name: text,
    nameEn: text,
    /** A share and a mean are `of` ÷ `per`; a median is of a spread; a count stands alone. */
    kind: oneOf('share', 'mean', 'median', 'count'),
    of: countName,
    per: Type.Optional(countName),
    formula: text,
    formulaEn: text,
    better: oneOf('higher', 'lower', 'none'),
    basis: Type.Optional(text),
  },
  closed,
);
export type IndicatorDefinition = Static<typeof IndicatorDefinition>;

/** An indicator as it is shown: in the language asked for. */
export const IndicatorInfo = Type.Object({
  id: Type.String(),
  group: Type.String(),
  name: Type.String(),
  kind: oneOf('share', 'mean', 'median', 'count'),
  formula: Type.String(),
  better: oneOf('higher', 'lower', 'none'),
  basis: Type.Optional(Type.String()),
  /** Leads to the cases that were counted; figures of the catalogue and of letters do not. */
  hasCases: Type.Boolean(),
});
export type IndicatorInfo = Static<typeof IndicatorInfo>;

/** Shares 0 to 1 with four places, means with two; absent where there is nothing to divide by. */
export const Figure = Type.Object({
  value: Type.Optional(Type.Number()),
  of: Type.Number(),
  /** What it is divided by: the n that is shown beside it. */
  per: Type.Optional(Type.Number()),
  /** In the period before. */
  before: Type.Optional(Type.Number()),
  /** As published for this period; it differs where events have come since. */
  published: Type.Optional(Type.Number()),
});
export type Figure = Static<typeof Figure>;

export const FigureRow = Type.Object({
  key: Type.String(),
  name: Type.String(),
  /** Of an office: it has offices below it. */
  hasBelow: Type.Optional(Type.Boolean()),
  figures: Type.Record(Type.String(), Figure),
});
export type FigureRow = Static<typeof FigureRow>;

export const IndicatorReport = Type.Object({
  from: Day,
  until: Day,
  before: Type.Object({ from: Day, until: Day }),
  /** The day on which open cases were judged. */
  asOf: Type.String(),
  /** false: some events are not yet in the figures. */
  isCurrent: Type.Boolean(),
  /** Set when the figures of this period were published. */
  publishedAt: Type.Optional(Type.String()),
  /** The office whose offices or items these are. */
  orgId: Type.String(),
  /** Offices from the top down to it, as far as the reader may see. */
  path: Type.Array(Type.Object({ orgId: Type.String(), name: Type.String() })),
  by: oneOf('office', 'item'),
  indicators: Type.Array(IndicatorInfo),
  total: FigureRow,
  rows: Type.Array(FigureRow),
});
export type IndicatorReport = Static<typeof IndicatorReport>;

export const PersonReport = Type.Object({
  from: Day,
  until: Day,
  rows: Type.Array(
    Type.Object({
      personId: Type.String(),
      name: Type.String(),
      orgName: Type.String(),
      decided: Type.Integer(),
      withLimit: Type.Integer(),
      late: Type.Integer(),
      onTimeShare: Type.Optional(Type.Number()),
      medianWorkingDays: Type.Optional(Type.Number()),
      medianSeconds: Type.Optional(Type.Number()),
      rejected: Type.Integer(),
      inBatch: Type.Integer(),
      inOthersPlace: Type.Integer(),
    }),
  ),
});
export type PersonReport = Static<typeof PersonReport>;

export const CountedCases = Type.Object({
  cases: Type.Array(
    Type.Object({
      caseId: Type.String(),
      number: Type.String(),
      itemName: Type.String(),
      orgName: Type.String(),
      receivedOn: Type.String(),
      dueOn: Type.Optional(Type.String()),
      doneOn: Type.Optional(Type.String()),
      outcome: Type.Optional(Type.String()),
      usedDays: Type.Optional(Type.Integer()),
      limitDays: Type.Optional(Type.Integer()),
      unit: Type.Optional(Type.String()),
      adds: Type.Integer(),
    }),
  ),
  /** For the next page; absent on the last. */
  next: Type.Optional(Type.String()),
});
export type CountedCases = Static<typeof CountedCases>;

/** One indicator over the periods that lead up to now. */
export const IndicatorSeries = Type.Object({
  indicator: Type.String(),
  points: Type.Array(Type.Object({ from: Day, until: Day, figure: Figure })),
});
export type IndicatorSeries = Static<typeof IndicatorSeries>;

/** Weights, veto items and grades: data of which every version is kept. */
export const AssessmentScheme = Type.Object(
  {
    lines: Type.Array(
      Type.Object(
        {
          indicator: indicatorId,
          weight: Type.Number({ exclusiveMinimum: 0, maximum: 100 }),
          /** The value that earns nothing, and the one that earns the whole weight. */
          zero: Type.Number(),
          full: Type.Number(),
        },
        closed,
      ),
      { minItems: 1, maxItems: 40 },
    ),
    /** 单项否决: more than `over` of that count, and the score is nothing. */
    vetoes: Type.Array(
      Type.Object(
        { id: indicatorId, name: text, nameEn: text, count: countName, over: Type.Integer() },
        closed,
      ),
      { maxItems: 20 },
    ),
    /** From the best down; the last begins at 0. */
    grades: Type.Array(
      Type.Object(
        { name: text, nameEn: text, least: Type.Number({ minimum: 0, maximum: 100 }) },
        closed,
      ),
      { minItems: 1, maxItems: 10 },
    ),
  },
  closed,
);
export type AssessmentScheme = Static<typeof AssessmentScheme>;

export const AssessmentLine = Type.Object({
  indicator: Type.String(),
  name: Type.String(),
  weight: Type.Number(),
  zero: Type.Number(),
  full: Type.Number(),
  /** Absent: nothing to divide by; the weight goes to the other lines. */
  value: Type.Optional(Type.Number()),
  n: Type.Optional(Type.Number()),
  /** 0 to 1. */
  share: Type.Optional(Type.Number()),
  points: Type.Optional(Type.Number()),
});
export type AssessmentLine = Static<typeof AssessmentLine>;

export const AssessmentRow = Type.Object({
  orgId: Type.String(),
  name: Type.String(),
  lines: Type.Array(AssessmentLine),
  vetoes: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Type.String(),
      n: Type.Integer(),
      over: Type.Integer(),
    }),
  ),
  /** Before any veto; absent where no line applies. */
  points: Type.Optional(Type.Number()),
  score: Type.Optional(Type.Number()),
  grade: Type.Optional(Type.String()),
  rank: Type.Optional(Type.Integer()),
});
export type AssessmentRow = Static<typeof AssessmentRow>;

export const AssessmentNote = Type.Object({
  orgId: Type.String(),
  orgName: Type.String(),
  kind: oneOf('comment', 'objection'),
  note: Type.String(),
  byName: Type.String(),
  at: Type.String(),
});
export type AssessmentNote = Static<typeof AssessmentNote>;

export const Assessment = Type.Object({
  /** `2026-11`, `2026-Q4`, `2026-H2` or `2026`. */
  period: Type.String(),
  from: Day,
  until: Day,
  schemeVersion: Type.Integer(),
  isOver: Type.Boolean(),
  publishedAt: Type.Optional(Type.String()),
  publishedBy: Type.Optional(Type.String()),
  mayPublish: Type.Boolean(),
  /** Offices for which the reader may comment or object. */
  mayNoteFor: Type.Array(Type.String()),
  rows: Type.Array(AssessmentRow),
  notes: Type.Array(AssessmentNote),
});
export type Assessment = Static<typeof Assessment>;

export const SchemeVersion = Type.Object({
  /** 0 is the one that the platform brings along. */
  version: Type.Integer(),
  scheme: AssessmentScheme,
  /** Periods that begin on or after that day are assessed by it. */
  holdsFrom: Type.Optional(Day),
  writtenBy: Type.Optional(Type.String()),
  madeBy: Type.Optional(Type.String()),
  madeAt: Type.Optional(Type.String()),
  reason: Type.Optional(Type.String()),
});
export type SchemeVersion = Static<typeof SchemeVersion>;

export const SchemeView = Type.Object({
  /** Newest first. */
  versions: Type.Array(SchemeVersion),
  /** What lines may name; vetoes name the count that an indicator divides. */
  indicators: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Type.String(),
      kind: IndicatorInfo.properties.kind,
      better: IndicatorInfo.properties.better,
      of: Type.String(),
    }),
  ),
  /** Of the server's clock. */
  today: Day,
  canWrite: Type.Boolean(),
  draft: Type.Optional(
    Type.Object({
      scheme: AssessmentScheme,
      author: Type.String(),
      changedAt: Type.String(),
      /** Where two supervise, nobody puts in force what they wrote. */
      needsAnother: Type.Boolean(),
    }),
  ),
});
export type SchemeView = Static<typeof SchemeView>;

/** Of the draft that was read: what somebody wrote since is neither written over nor dropped. */
const knownDraft = Type.String({ maxLength: 40 });
export const SaveSchemeDraft = Type.Object(
  {
    scheme: AssessmentScheme,
    /** Left out where there was no draft. */
    changedAt: Type.Optional(knownDraft),
  },
  closed,
);
export type SaveSchemeDraft = Static<typeof SaveSchemeDraft>;
export const DropSchemeDraft = Type.Object({ changedAt: knownDraft }, closed);
export const PublishScheme = Type.Object(
  {
    reason: Type.String({ minLength: 5, maxLength: 500 }),
    holdsFrom: Day,
    changedAt: knownDraft,
  },
  closed,
);
export type PublishScheme = Static<typeof PublishScheme>;

const Standing = Type.Object({
  score: Type.Optional(Type.Number()),
  rank: Type.Optional(Type.Integer()),
  grade: Type.Optional(Type.String()),
  /** Names of the veto items that the office ran into. */
  vetoes: Type.Array(Type.String()),
});

/** A period as it was assessed, and as the draft would assess it: of the same counts. */
export const SchemeEffect = Type.Object({
  period: Type.String(),
  schemeVersion: Type.Integer(),
  /** The counts are those that were published: frozen. */
  isPublished: Type.Boolean(),
  rows: Type.Array(
    Type.Object({ orgId: Type.String(), name: Type.String(), now: Standing, then: Standing }),
  ),
});
export type SchemeEffect = Static<typeof SchemeEffect>;

export const NewAssessmentNote = Type.Object(
  {
    orgId: Type.String({ maxLength: 100 }),
    kind: oneOf('comment', 'objection'),
    note: text,
  },
  closed,
);
export type NewAssessmentNote = Static<typeof NewAssessmentNote>;

/** The county's figures of the year so far, for everybody: no hits and no orders among them. */
export const PublicStatistics = Type.Object({
  from: Day,
  until: Day,
  indicators: Type.Array(IndicatorInfo),
  figures: Type.Record(Type.String(), Figure),
});
export type PublicStatistics = Static<typeof PublicStatistics>;
