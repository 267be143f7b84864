/** The live board: open cases by department and light. No personal data in any of it. */
import { Type, type Static } from '@sinclair/typebox';
import { LIGHT_LEVELS } from '@yichuang/kernel/words';
import { Count, oneOf, optional } from './schema-parts.ts';
import { At, Day, Light } from './values.ts';

/** 环节, 承诺, 法定 (and the duties in letters). */
const LightLevelName = oneOf(...LIGHT_LEVELS);

const LevelCounts = Type.Object({ yellow: Count, red: Count });

/**
 * Each open case is in exactly one of the four lights. `wasLate`: those not red now, of which some
 * limit was kept too late. Of a level: cases with a running limit of it that is yellow or red.
 */
export const LightCounts = Type.Object({
  open: Count,
  green: Count,
  yellow: Count,
  red: Count,
  grey: Count,
  wasLate: Count,
  step: LevelCounts,
  promise: LevelCounts,
  statute: LevelCounts,
});
export type LightCounts = Static<typeof LightCounts>;

/** A department, a township or a level above, with everything below it. */
export const BoardRow = Type.Object({
  orgId: Type.String(),
  name: Type.String(),
  counts: LightCounts,
});
export type BoardRow = Static<typeof BoardRow>;

export const BoardToday = Type.Object({ received: Count, concluded: Count });
export type BoardToday = Static<typeof BoardToday>;

/** A case whose light became yellow or red at that instant. */
export const TurnedCase = Type.Object({
  caseId: Type.String(),
  number: Type.String(),
  itemName: Type.String(),
  orgName: Type.String(),
  light: Light,
  turnedAt: At,
});
export type TurnedCase = Static<typeof TurnedCase>;

/** The newest head of the log of days: who notes it can show that no day before was changed. */
export const BoardRoot = Type.Object({ day: Day, code: Type.String(), publishedAt: At });
export type BoardRoot = Static<typeof BoardRoot>;

export const Board = Type.Object({
  at: At,
  total: LightCounts,
  today: BoardToday,
  /** Those with open cases, most red first. */
  rows: Type.Array(BoardRow),
  /** Newest first. */
  turned: Type.Array(TurnedCase),
  root: optional(BoardRoot),
});
export type Board = Static<typeof Board>;

/** Of the events: what is another than in the board before; `gone` are rows without open cases. */
export const BoardChange = Type.Object({
  at: At,
  total: LightCounts,
  today: BoardToday,
  rows: Type.Array(BoardRow),
  gone: Type.Array(Type.String()),
  turned: Type.Array(TurnedCase),
  root: optional(BoardRoot),
});
export type BoardChange = Static<typeof BoardChange>;

export const BoardCaseQuery = Type.Object({
  /** A row of the board; without it all of them. */
  orgId: optional(Type.String({ maxLength: 100 })),
  /** Of the whole case, or of `level` where that is given. */
  light: optional(Light),
  level: optional(LightLevelName),
  /** Some limit was kept too late, and none is late now. */
  wasLate: optional(Type.Boolean()),
  itemCode: optional(Type.String({ maxLength: 100 })),
  /** A post, or `person:<id>`, as `holders` of the first page names them. */
  holder: optional(Type.String({ maxLength: 100 })),
  cursor: optional(Type.String({ maxLength: 200 })),
  limit: optional(Type.Integer({ minimum: 1, maximum: 100 })),
});
export type BoardCaseQuery = Static<typeof BoardCaseQuery>;

export const BoardCase = Type.Object({
  caseId: Type.String(),
  number: Type.String(),
  itemName: Type.String(),
  orgName: Type.String(),
  light: Light,
  /** Light of each level that has a running limit. */
  levels: Type.Object({
    step: optional(Light),
    promise: optional(Light),
    statute: optional(Light),
  }),
  wasLate: Type.Boolean(),
  dueOn: optional(Day),
  remainingDays: optional(Type.Integer()),
  /** Open steps, and the posts or persons that have them. */
  steps: Type.Array(Type.String()),
  holders: Type.Array(Type.String()),
  receivedAt: At,
  /** Whether the reader may open it: a sick leave is listed, and read by nobody else. */
  canOpen: Type.Boolean(),
});
export type BoardCase = Static<typeof BoardCase>;

const Choice = Type.Object({ key: Type.String(), name: Type.String(), cases: Count });
export type BoardChoice = Static<typeof Choice>;

export const BoardCases = Type.Object({
  at: At,
  rows: Type.Array(BoardCase),
  nextCursor: optional(Type.String()),
  /** Of the first page: what the list can be narrowed by, most cases first. */
  items: optional(Type.Array(Choice)),
  holders: optional(Type.Array(Choice)),
});
export type BoardCases = Static<typeof BoardCases>;
