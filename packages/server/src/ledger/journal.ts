import type { ActorRef } from '@yichuang/kernel/case';
import { eventHash, type HashHex } from '@yichuang/kernel/ledger';
import type { Instant } from '@yichuang/kernel/time';
import { sha256 } from '../cases/index.ts';

/** What is handed in; `type` is past tense, `data` anything that JSON carries. */
export interface NewJournalEntry {
  readonly type: string;
  readonly actor: ActorRef;
  readonly data: object;
  readonly at: Instant;
}

/** As it stands in its stream. */
export interface JournalEntry extends NewJournalEntry {
  /** From 1, without gaps. */
  readonly seq: number;
  readonly prevHash: HashHex | null;
  readonly hash: HashHex;
}

/** Where a stream ends: `seq` 0 and no hash before its first entry. */
export interface StreamHead {
  readonly seq: number;
  readonly hash: HashHex | null;
}

type Unchained = Omit<JournalEntry, 'hash'>;

/** What is hashed: the entry with its stream, so that it cannot be moved to another one. */
export function hashedEntry(tenantId: string, stream: string, entry: Unchained): unknown {
  const { seq, at, actor, type, data } = entry;
  return { tenantId, stream, seq, at, by: actor, event: { type, data } };
}

/**
 * The entries with their numbers and hashes, in the order given. Pure.
 *
 * @throws TypeError for data that JSON cannot carry.
 */
export function chainEntries(
  tenantId: string,
  stream: string,
  head: StreamHead,
  entries: readonly NewJournalEntry[],
): JournalEntry[] {
  let { seq, hash: prevHash } = head;
  return entries.map((each) => {
    seq += 1;
    const entry: Unchained = { ...each, seq, prevHash };
    const hash = eventHash(prevHash, hashedEntry(tenantId, stream, entry), sha256);
    prevHash = hash;
    return { ...entry, hash };
  });
}
