/**
 * What makes the record provable: a hash chain for each case, a Merkle tree for each day, a log
 * over the days, and receipts that anyone can check. Invariant: the hash function is always handed
 * in.
 */
export type { HashHex, Sha256 } from './bytes.ts';
export { encodeUtf8, fromHex, hashHex, isHashHex, toHex } from './bytes.ts';
export { canonicalJson } from './canonical-json.ts';
export type { ChainedEvent, ChainProblem, ChainVerdict } from './chain.ts';
export { eventHash, verifyChain } from './chain.ts';
export type { TreeHead } from './consistency.ts';
export { consistencyProof, verifyConsistency } from './consistency.ts';
export type { ConsistencyVerdict, HeadConsistency } from './head-consistency.ts';
export { isLogHead, verifyHeads } from './head-consistency.ts';
export type { DayRoot, LogHead } from './log.ts';
export { headBytes, logLeaf, logRoot } from './log.ts';
export type { MerkleAccumulator, MerkleTree } from './merkle.ts';
export {
  inclusionProof,
  leafHash,
  merkleAccumulator,
  merkleRoot,
  merkleTree,
  proofOf,
  verifyInclusion,
} from './merkle.ts';
export { isCopy, readPublishedRoots } from './published-roots.ts';
export type {
  LedgerInclusion,
  LedgerReceipt,
  LogInclusion,
  PublishedRoots,
  ReceiptProblem,
  ReceiptVerdict,
} from './receipt.ts';
export { verifyReceipt } from './receipt.ts';
