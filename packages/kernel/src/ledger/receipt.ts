import type { PlainDate } from '../time/index.ts';
import { fromHex, type HashHex, isHashHex, type Sha256 } from './bytes.ts';
import { eventHash } from './chain.ts';
import { verifyInclusion } from './merkle.ts';

/**
 * What an applicant keeps: the event of the filing as it was hashed, and, once the day is closed,
 * the proof that it stands in the day's tree. It is checked without the platform, against the
 * root that the platform published.
 */
export interface LedgerReceipt {
  readonly format: 'yichuang-receipt-1';
  /** The county's code. */
  readonly tenantId: string;
  readonly event: unknown;
  readonly prevHash: HashHex | null;
  readonly hash: HashHex;
  /** Absent until the day is closed. */
  readonly inclusion?: LedgerInclusion;
}

export interface LedgerInclusion {
  /** The day in Shanghai whose tree it is. */
  readonly day: PlainDate;
  readonly index: number;
  readonly size: number;
  /** Sister hashes from the leaf upwards. */
  readonly proof: readonly HashHex[];
  readonly root: HashHex;
}

export type ReceiptProblem = 'malformed' | 'hash' | 'inclusion' | 'root';

/** `isAnchored` says whether the day's tree was part of what was checked. */
export type ReceiptVerdict =
  | { readonly ok: true; readonly isAnchored: boolean }
  | { readonly ok: false; readonly problem: ReceiptProblem };

/**
 * Checks a receipt, which may come from a file of anyone's making: `malformed` when it is no
 * receipt, `hash` when the event is not the one hashed, `inclusion` when the proof does not lead
 * to the root, `root` when that is not the root that was published.
 */
export function verifyReceipt(
  receipt: unknown,
  sha256: Sha256,
  publishedRoot?: HashHex,
): ReceiptVerdict {
  if (!isReceipt(receipt)) return { ok: false, problem: 'malformed' };
  if (!isHashOfEvent(receipt, sha256)) return { ok: false, problem: 'hash' };
  const { inclusion } = receipt;
  if (inclusion === undefined) return { ok: true, isAnchored: false };
  const isIncluded = verifyInclusion(
    fromHex(receipt.hash),
    inclusion.index,
    inclusion.size,
    inclusion.proof.map(fromHex),
    fromHex(inclusion.root),
    sha256,
  );
  if (!isIncluded) return { ok: false, problem: 'inclusion' };
  if (publishedRoot !== undefined && publishedRoot !== inclusion.root) {
    return { ok: false, problem: 'root' };
  }
  return { ok: true, isAnchored: true };
}

/** An event that JSON cannot carry has no hash, so it cannot be the one that was hashed. */
function isHashOfEvent({ prevHash, event, hash }: LedgerReceipt, sha256: Sha256): boolean {
  try {
    return eventHash(prevHash, event, sha256) === hash;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

function isReceipt(value: unknown): value is LedgerReceipt {
  const receipt = asRecord(value);
  return (
    receipt?.['format'] === 'yichuang-receipt-1' &&
    typeof receipt['tenantId'] === 'string' &&
    receipt['event'] !== undefined &&
    (receipt['prevHash'] === null || isHash(receipt['prevHash'])) &&
    isHash(receipt['hash']) &&
    (receipt['inclusion'] === undefined || isInclusion(receipt['inclusion']))
  );
}

function isInclusion(value: unknown): value is LedgerInclusion {
  const inclusion = asRecord(value);
  const proof = inclusion?.['proof'];
  return (
    inclusion !== undefined &&
    typeof inclusion['day'] === 'string' &&
    typeof inclusion['index'] === 'number' &&
    typeof inclusion['size'] === 'number' &&
    isHash(inclusion['root']) &&
    Array.isArray(proof) &&
    proof.every(isHash)
  );
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return value as Readonly<Record<string, unknown>>;
}

function isHash(value: unknown): value is HashHex {
  return typeof value === 'string' && isHashHex(value);
}
