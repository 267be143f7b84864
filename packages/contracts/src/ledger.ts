import { type Static, Type } from '@sinclair/typebox';
import { At, Day } from './values.ts';

const Hash = Type.String({ pattern: '^[0-9a-f]{64}$' });

/** The way from a leaf to the root of its tree (RFC 9162). */
const Path = {
  index: Type.Integer(),
  size: Type.Integer(),
  proof: Type.Array(Hash),
  root: Hash,
};

/** Where something stands in its day's tree, and the day in the log of days. */
export const LedgerInclusionView = Type.Object({
  day: Day,
  ...Path,
  log: Type.Optional(Type.Object(Path)),
});
export type LedgerInclusionView = Static<typeof LedgerInclusionView>;

/** A receipt as kernel/ledger `verifyReceipt` reads it, offline. */
export const LedgerReceiptView = Type.Object({
  format: Type.Literal('yichuang-receipt-1'),
  tenantId: Type.String(),
  event: Type.Unknown(),
  prevHash: Type.Union([Hash, Type.Null()]),
  hash: Hash,
  /** Absent until the day is closed (after midnight). */
  inclusion: Type.Optional(LedgerInclusionView),
});
export type LedgerReceiptView = Static<typeof LedgerReceiptView>;

/** That one event is in the record, without what it says. */
export const LedgerEventProof = Type.Object({
  seq: Type.Integer(),
  prevHash: Type.Union([Hash, Type.Null()]),
  hash: Hash,
  inclusion: Type.Optional(LedgerInclusionView),
});
export type LedgerEventProof = Static<typeof LedgerEventProof>;

export const LedgerRoot = Type.Object({
  day: Day,
  size: Type.Integer(),
  root: Type.String(),
  publishedAt: At,
});
export type LedgerRoot = Static<typeof LedgerRoot>;

const Head = {
  tenantId: Type.String(),
  /** Days in the log. */
  size: Type.Integer(),
  day: Day,
  root: Hash,
};

/** Published with each day: the end of the log of days, and who stamped it (RFC 3161). */
export const LedgerHead = Type.Object({
  ...Head,
  publishedAt: At,
  stamps: Type.Array(Type.Object({ authority: Type.String(), stampedAt: At })),
});
export type LedgerHead = Static<typeof LedgerHead>;

/** As kernel/ledger `verifyHeads` reads it, offline. */
export const LedgerConsistency = Type.Object({
  first: Type.Object(Head),
  second: Type.Object(Head),
  proof: Type.Array(Hash),
});
export type LedgerConsistency = Static<typeof LedgerConsistency>;

/** A day's root, its place in the log and the head that the path leads to. */
export const LedgerRootInclusion = Type.Object({
  root: LedgerRoot,
  index: Type.Integer(),
  proof: Type.Array(Hash),
  head: Type.Object(Head),
});
export type LedgerRootInclusion = Static<typeof LedgerRootInclusion>;
