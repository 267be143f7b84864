import { encodeUtf8, fromHex, hashHex, type HashHex, type Sha256, toHex } from './bytes.ts';
import { canonicalJson } from './canonical-json.ts';

/**
 * The chain of one case: each event's hash covers the event and the hash before it, so no event
 * can be changed, left out or moved without changing every later hash.
 */
export interface ChainedEvent {
  /** What was hashed; it must not contain its own hash. */
  readonly event: unknown;
  /** Null for the first event of a case. */
  readonly prevHash: HashHex | null;
  readonly hash: HashHex;
}

/** `index` names the first bad event; nothing after it can be judged. */
export type ChainVerdict =
  | { readonly ok: true; readonly head: HashHex | null }
  | { readonly ok: false; readonly index: number; readonly problem: ChainProblem };

/** `prev-hash`: an event before it is missing, added or moved; `hash`: its content was changed. */
export type ChainProblem = 'prev-hash' | 'hash' | 'head';

/** Keeps events apart from the leaves (0x00) and nodes (0x01) of the day's tree. */
const EVENT_PREFIX = 0x02;
const HASH_BYTES = 32;
const HEAD_BYTES = 1 + HASH_BYTES;

/**
 * SHA-256 over 0x02, the 32 bytes of the previous hash (zeros for the first event), and the
 * event's canonical JSON in UTF-8. The fixed lengths leave no two readings of the same bytes.
 *
 * @throws TypeError for an event that JSON cannot carry.
 */
export function eventHash(prevHash: HashHex | null, event: unknown, sha256: Sha256): HashHex {
  const bytes = encodeUtf8(canonicalJson(event), HEAD_BYTES);
  bytes[0] = EVENT_PREFIX;
  if (prevHash !== null) bytes.set(fromHex(prevHash), 1);
  return hashHex(toHex(sha256(bytes)));
}

/**
 * Checks a case's events in order, from its first.
 *
 * @param expectedHead the last hash as known from elsewhere (a receipt, a snapshot): without it,
 * events cut off at the end leave a chain that is shorter and still sound
 */
export function verifyChain(
  events: Iterable<ChainedEvent>,
  sha256: Sha256,
  expectedHead?: HashHex,
): ChainVerdict {
  let head: HashHex | null = null;
  let index = 0;
  for (const { event, prevHash, hash } of events) {
    if (prevHash !== head) return { ok: false, index, problem: 'prev-hash' };
    if (eventHash(prevHash, event, sha256) !== hash) return { ok: false, index, problem: 'hash' };
    head = hash;
    index += 1;
  }
  const isCut = expectedHead !== undefined && expectedHead !== head;
  return isCut ? { ok: false, index, problem: 'head' } : { ok: true, head };
}
