import { eventHash, type HashHex } from '@yichuang/kernel/ledger';
import { civilDate } from '@yichuang/kernel/time';
import { sha256 } from '../cases/index.ts';
import type { Db } from '../platform/db/index.ts';
import { hashedEntry } from './journal.ts';
import { journalOf, streamHeads, type StoredEntry } from './journal.pg.ts';
import type { LedgerFinding, LedgerProblem } from './ledger-finding.ts';

/** Of the stream that is read just now: its last number and hash, and where it says it ends. */
interface Standing {
  readonly stream: string;
  readonly seq: number;
  readonly hash: HashHex | null;
}

/**
 * Checks every stream of the journal against itself and against its head, as cases are checked.
 *
 * @param onEntry given each entry in the order of the days' trees
 * @returns how many entries there are
 */
export async function verifyJournal(
  tx: Db,
  tenantId: string,
  findings: LedgerFinding[],
  onEntry: (day: string, hash: HashHex) => void,
): Promise<number> {
  const ends = new Map<string, Standing>();
  let count = 0;
  for await (const stored of journalOf(tx, tenantId)) {
    const { stream, day, entry } = stored;
    const before = ends.get(stream) ?? { stream, seq: 0, hash: null };
    findings.push(...checkEntry(tenantId, stored, before));
    ends.set(stream, { stream, seq: entry.seq, hash: entry.hash });
    onEntry(day, entry.hash);
    count += 1;
  }
  const heads = await streamHeads(tx, tenantId);
  for (const stream of new Set([...ends.keys(), ...heads.keys()])) {
    const { seq, hash } = ends.get(stream) ?? { seq: 0, hash: null };
    const head = heads.get(stream);
    if (head?.seq !== seq || head.hash !== hash) findings.push({ problem: 'head', stream, seq });
  }
  return count;
}

function checkEntry(
  tenantId: string,
  { stream, day, entry }: StoredEntry,
  before: Standing,
): LedgerFinding[] {
  const { seq, prevHash, hash, at } = entry;
  const problems: LedgerProblem[] = [];
  if (seq !== before.seq + 1) problems.push('seq');
  if (prevHash !== before.hash) problems.push('prev-hash');
  const hashed = eventHash(prevHash, hashedEntry(tenantId, stream, entry), sha256);
  if (hashed !== hash) problems.push('hash');
  if (civilDate(at) !== day) problems.push('day');
  return problems.map((problem) => ({ problem, stream, seq }));
}
