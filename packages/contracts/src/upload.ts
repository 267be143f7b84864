/**
 * Upload of cases to the level above: what goes over the wire to the receiver (docs/upload.md), and
 * what the console shows of it.
 */
import { Type, type Static } from '@sinclair/typebox';
import { oneOf } from './schema-parts.ts';
import { At, Day } from './values.ts';

export const UPLOAD_PROTOCOL = 'yichuang-upload/1';

const Hash = Type.String({ pattern: '^[0-9a-f]{64}$' });
const Place = Type.Object({ seq: Type.Integer({ minimum: 1 }), table: Type.String() });

/** A row of a table: texts by column; a column without a value is absent. */
export const UploadRow = Type.Record(Type.String(), Type.String());

export const UploadMessage = Type.Object({
  /** `caseId/seq/table@shape`: the same message has the same id for ever. */
  id: Type.String(),
  caseId: Type.String({ maxLength: 100 }),
  /** Of the event that it tells of; messages of a case arrive in this order. */
  seq: Type.Integer({ minimum: 1 }),
  table: Type.String(),
  shape: Type.String(),
  /** Shanghai day of the event: what the two sides compare is counted by it. */
  day: Day,
  /** The one before it, of the same case; null for the case's first. */
  after: Type.Union([Place, Type.Null()]),
  /** HMAC-SHA-256 by the token over the canonical JSON (RFC 8785) of `rows`. */
  digest: Hash,
  rows: Type.Array(UploadRow, { minItems: 1 }),
});

export const UploadBatch = Type.Object({
  protocol: Type.Literal(UPLOAD_PROTOCOL),
  sender: Type.String(),
  /** Of an invented county: to be kept apart from real cases, or refused. */
  isTest: Type.Boolean(),
  messages: Type.Array(UploadMessage, { minItems: 1 }),
});

/**
 * `stored` now; `known` already, and the same; `refused` with the reason; `early`: the one before
 * it is not there, so nothing was stored.
 */
export const UploadAnswer = Type.Object({
  id: Type.String(),
  status: oneOf('stored', 'known', 'refused', 'early'),
  reason: Type.Optional(Type.String({ maxLength: 2000 })),
});

export const UploadAnswers = Type.Object({ answers: Type.Array(UploadAnswer) });

/** What the receiver has of a Shanghai day, by table; digest: see docs/upload.md. */
export const UploadDayCount = Type.Object({
  tables: Type.Record(Type.String(), Type.Object({ count: Type.Integer(), digest: Hash })),
});

export const UploadDayList = Type.Object({
  messages: Type.Array(
    Type.Object({
      caseId: Type.String({ maxLength: 100 }),
      seq: Type.Integer(),
      digest: Hash,
    }),
  ),
});

/** A published root of the ledger, so that it cannot be exchanged for another one later. */
export const UploadRoots = Type.Object({
  protocol: Type.Literal(UPLOAD_PROTOCOL),
  sender: Type.String(),
  isTest: Type.Boolean(),
  roots: Type.Array(
    Type.Object({
      day: Day,
      size: Type.Integer(),
      root: Hash,
      publishedAt: Type.String(),
      /** The log of all days up to this one; what is below it cannot be exchanged either. */
      log: Type.Optional(Type.Object({ size: Type.Integer(), root: Hash })),
    }),
    { minItems: 1 },
  ),
});

/** `contradicts`: another root of that day is there already, and stays. */
export const UploadRootAnswers = Type.Object({
  answers: Type.Array(
    Type.Object({
      day: Day,
      status: oneOf('stored', 'known', 'contradicts'),
    }),
  ),
});

export type UploadRow = Static<typeof UploadRow>;
export type UploadMessage = Static<typeof UploadMessage>;
export type UploadBatch = Static<typeof UploadBatch>;
export type UploadAnswer = Static<typeof UploadAnswer>;
export type UploadDayCount = Static<typeof UploadDayCount>;
export type UploadDayList = Static<typeof UploadDayList>;
export type UploadRoots = Static<typeof UploadRoots>;
export type UploadRootAnswers = Static<typeof UploadRootAnswers>;

/**
 * Why a case or the whole upload does not go on. `invalid`: a column cannot be filled in; `refused`
 * by the receiver; `out-of-order`: the receiver lacks what it was sent; `receiver-error`: it fails
 * at this very case; `item-gone`: its item is in no pack any more;
 * `unreadable`: it cannot be read here, see the log.
 */
export const UploadProblem = Type.Object({
  kind: oneOf('invalid', 'refused', 'out-of-order', 'receiver-error', 'item-gone', 'unreadable'),
  seq: Type.Integer(),
  table: Type.String(),
  tableTitle: Type.Optional(Type.String()),
  /** Of `invalid`: the column and what is wrong with it. */
  column: Type.Optional(Type.String()),
  columnTitle: Type.Optional(Type.String()),
  wrong: Type.Optional(Type.String()),
  wanted: Type.Optional(Type.String()),
  /** The receiver's own words, personal numbers in it masked. */
  reason: Type.Optional(Type.String()),
});

/** Why no answer comes: it cannot be reached, is too slow, answers so, or not as agreed. */
export const UploadFault = Type.Object({
  kind: oneOf('unreachable', 'timeout', 'status', 'not-understood'),
  status: Type.Optional(Type.Integer()),
});

export const UploadHeldCase = Type.Object({
  caseId: Type.String(),
  number: Type.String(),
  itemName: Type.String(),
  heldAt: Type.Optional(At),
  /** Tried again by itself at this instant; absent: when a person says so. */
  tryAt: Type.Optional(At),
  problem: UploadProblem,
});

export const UploadDayState = Type.Object({
  day: Day,
  /** Messages of that day that the receiver has answered for. */
  messages: Type.Integer(),
  cases: Type.Integer(),
  /** Absent: not compared yet. */
  comparedAt: Type.Optional(At),
  differences: Type.Integer(),
});

export const UploadOverview = Type.Object({
  /** `off`: no receiver is configured. */
  state: oneOf('off', 'up-to-date', 'behind', 'standing'),
  shape: Type.Optional(
    Type.Object({ id: Type.String(), version: Type.Integer(), name: Type.String() }),
  ),
  /** Host of the receiver, never the token. */
  receiver: Type.Optional(Type.String()),
  isTest: Type.Boolean(),
  /** Numbers of people cross a network in clear. */
  isPlain: Type.Boolean(),
  behindCases: Type.Integer(),
  behindSince: Type.Optional(At),
  standingSince: Type.Optional(At),
  nextTryAt: Type.Optional(At),
  fault: Type.Optional(UploadFault),
  lastAnswerAt: Type.Optional(At),
  heldCases: Type.Integer(),
  held: Type.Array(UploadHeldCase),
  days: Type.Array(UploadDayState),
  /** Last day whose ledger root the receiver has. */
  rootDay: Type.Optional(Day),
  /** Days of which the receiver keeps another root than ours. */
  contradictedDays: Type.Array(Day),
});

/** `missing` there; `other`: another content there; `unknown`: only there. */
export const UploadDifference = Type.Object({
  caseId: Type.String(),
  number: Type.Optional(Type.String()),
  seq: Type.Integer(),
  table: Type.String(),
  tableTitle: Type.String(),
  kind: oneOf('missing', 'other', 'unknown'),
});

export const UploadDayView = Type.Object({
  day: Day,
  comparedAt: Type.Optional(At),
  tables: Type.Array(
    Type.Object({ table: Type.String(), title: Type.String(), messages: Type.Integer() }),
  ),
  differences: Type.Array(UploadDifference),
});

export type UploadProblem = Static<typeof UploadProblem>;
export type UploadFault = Static<typeof UploadFault>;
export type UploadHeldCase = Static<typeof UploadHeldCase>;
export type UploadDayState = Static<typeof UploadDayState>;
export type UploadOverview = Static<typeof UploadOverview>;
export type UploadDifference = Static<typeof UploadDifference>;
export type UploadDayView = Static<typeof UploadDayView>;
