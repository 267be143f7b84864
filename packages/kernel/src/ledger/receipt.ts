import type { PlainDate } from '../time/index.ts';
// Not through the index: the checker in the browser takes along what this file needs.
import { civilDate, isInstant } from '../time/instant.ts';
import { fromHex, type HashHex, type Sha256 } from './bytes.ts';
import { eventHash } from './chain.ts';
import { logLeaf } from './log.ts';
import { verifyInclusion } from './merkle.ts';
import { asRecord, isHash, isHashOrNull, isHashList } from './shapes.ts';

/**
 * What an applicant keeps: the event of the filing as it was hashed, and, once the day is closed,
 * the proof that it stands in the day's tree and the day in the log. It is checked without the
 * platform, against a root that the platform published: of the day, or of the log on any day since.
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
  /** Where the day stands in the log of days; receipts of before there was a log have none. */
  readonly log?: LogInclusion;
}

export interface LogInclusion {
  readonly index: number;
  readonly size: number;
  readonly proof: readonly HashHex[];
  readonly root: HashHex;
}

/** What the checker knows from elsewhere than the receipt; the more, the more it proves. */
export interface PublishedRoots {
  /** Roots by day. */
  readonly days?: Readonly<Record<string, string>>;
  /** Roots of the log by its size. */
  readonly heads?: Readonly<Record<number, string>>;
  /**
   * One that somebody copied by hand, of the day or of the log: its first digits, as a wall shows
   * them, or all of it. At least 16: fewer could be found again by trying.
   */
  readonly copied?: string;
}

export type ReceiptProblem = 'malformed' | 'hash' | 'day' | 'inclusion' | 'log' | 'root' | 'copied';

/**
 * `isAnchored` says whether the day's tree was part of what was checked, `published` which root
 * from elsewhere it leads to; without one, a server that lies about both can still be the author.
 */
export type ReceiptVerdict =
  | { readonly ok: true; readonly isAnchored: boolean; readonly published?: 'day' | 'head' }
  | { readonly ok: false; readonly problem: ReceiptProblem };

/**
 * Checks a receipt, which may come from a file of anyone's making: `malformed` when it is no
 * receipt, `hash` when the event is not the one hashed, `day` when it says another day than the
 * tree that it stands in (so it was written later than it says), `inclusion` when the proof does
 * not lead to the day's root, `log` when that does not lead to the log's, `root` when one of them
 * is not what was published, `copied` when the root that somebody copied is neither of them, which
 * may also be one of another day.
 */
export function verifyReceipt(
  receipt: unknown,
  sha256: Sha256,
  published: PublishedRoots = {},
): ReceiptVerdict {
  if (!isReceipt(receipt)) return { ok: false, problem: 'malformed' };
  if (!isHashOfEvent(receipt, sha256)) return { ok: false, problem: 'hash' };
  const { inclusion } = receipt;
  if (inclusion === undefined) return { ok: true, isAnchored: false };
  if (!isOfDay(receipt.event, inclusion.day)) return { ok: false, problem: 'day' };
  const isIncluded = verifyInclusion(
    fromHex(receipt.hash),
    inclusion.index,
    inclusion.size,
    inclusion.proof.map(fromHex),
    fromHex(inclusion.root),
    sha256,
  );
  if (!isIncluded) return { ok: false, problem: 'inclusion' };
  if (!isInLog(inclusion, sha256)) return { ok: false, problem: 'log' };
  return anchor(inclusion, published);
}

function isOfDay(event: unknown, day: string): boolean {
  const at = asRecord(event)?.['at'];
  if (at === undefined) return true;
  return typeof at === 'string' && isInstant(at) && civilDate(at) === day;
}

function isInLog({ day, size, root, log }: LedgerInclusion, sha256: Sha256): boolean {
  if (log === undefined) return true;
  const leaf = logLeaf({ day, size, root });
  const path = log.proof.map(fromHex);
  return verifyInclusion(leaf, log.index, log.size, path, fromHex(log.root), sha256);
}

/** A root that is known and differs is a lie somewhere; one that is not known says nothing. */
function anchor({ day, root, log }: LedgerInclusion, known: PublishedRoots): ReceiptVerdict {
  const ofDay = known.days?.[day];
  const ofHead = log && known.heads?.[log.size];
  const { copied } = known;
  if (ofDay !== undefined && ofDay !== root) return { ok: false, problem: 'root' };
  if (ofHead !== undefined && ofHead !== log?.root) return { ok: false, problem: 'root' };
  const begins = (hash: string | undefined): boolean =>
    copied !== undefined && hash?.startsWith(copied) === true;
  const isCopied = begins(root) || begins(log?.root);
  if (copied !== undefined && !isCopied) return { ok: false, problem: 'copied' };
  const sound = { ok: true, isAnchored: true } as const;
  if (ofDay !== undefined || begins(root)) return { ...sound, published: 'day' };
  if (ofHead !== undefined || isCopied) return { ...sound, published: 'head' };
  return sound;
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
    isHashOrNull(receipt['prevHash']) &&
    isHash(receipt['hash']) &&
    (receipt['inclusion'] === undefined || isInclusion(receipt['inclusion']))
  );
}

function isInclusion(value: unknown): value is LedgerInclusion {
  const inclusion = asRecord(value);
  const log = inclusion?.['log'];
  return (
    isPath(value) && typeof inclusion?.['day'] === 'string' && (log === undefined || isPath(log))
  );
}

function isPath(value: unknown): value is LogInclusion {
  const path = asRecord(value);
  return (
    path !== undefined &&
    typeof path['index'] === 'number' &&
    typeof path['size'] === 'number' &&
    isHash(path['root']) &&
    isHashList(path['proof'])
  );
}
