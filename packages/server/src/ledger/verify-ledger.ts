import { replay } from '@yichuang/kernel/case';
import {
  canonicalJson,
  eventHash,
  merkleAccumulator,
  type HashHex,
  type MerkleAccumulator,
  type PublishedRoots,
} from '@yichuang/kernel/ledger';
import { civilDate } from '@yichuang/kernel/time';
import { hashedEvent, sha256 } from '../cases/index.ts';
import type { Db } from '../platform/db/index.ts';
import type { LedgerDeps } from './ledger-deps.ts';
import type { LedgerFinding, LedgerProblem } from './ledger-finding.ts';
import { casesOf, type LedgerCase } from './ledger-store.pg.ts';
import { verifyJournal } from './verify-journal.ts';
import { verifyKnown } from './verify-known.ts';
import { verifyPublished } from './verify-published.ts';

export interface LedgerReport {
  readonly cases: number;
  readonly events: number;
  /** Of the journal. */
  readonly entries: number;
  /** Days whose published root was compared. */
  readonly days: number;
  /** Empty when all is as it was written. */
  readonly findings: readonly LedgerFinding[];
}

export interface VerifyOptions {
  /** What was kept outside of what was published. */
  readonly known?: PublishedRoots;
  readonly onProgress?: (cases: number) => void;
}

/**
 * Reads the whole record once, case by case, then the journal, and checks it against itself and
 * against what was published: each event's hash and place, each case's head and snapshot, each
 * stream's entries and head, each day's root, the log of days with its heads. All of it is
 * read as of one instant; a page of cases is in memory, and of each day's tree its peaks.
 */
export function verifyLedger(
  deps: Pick<LedgerDeps, 'tenantId' | 'db'>,
  options: VerifyOptions = {},
): Promise<LedgerReport> {
  return deps.db.tx((tx) => verifyInTx(tx, deps.tenantId, options), {
    isolation: 'repeatable read',
    retry: 'never',
  });
}

async function verifyInTx(
  tx: Db,
  tenantId: string,
  { known, onProgress }: VerifyOptions,
): Promise<LedgerReport> {
  const findings: LedgerFinding[] = [];
  const trees = new Map<string, MerkleAccumulator>();
  let cases = 0;
  let events = 0;
  for await (const found of casesOf(tx, tenantId)) {
    findings.push(...checkCase(tenantId, found));
    for (const { day, hash } of found.events) grow(trees, day, hash);
    cases += 1;
    events += found.events.length;
    onProgress?.(cases);
  }
  const entries = await verifyJournal(tx, tenantId, findings, (day, hash) => {
    grow(trees, day, hash);
  });
  const days = await verifyPublished(tx, tenantId, trees, findings);
  if (known !== undefined) findings.push(...(await verifyKnown(tx, tenantId, known)));
  return { cases, events, entries, days, findings };
}

function grow(trees: Map<string, MerkleAccumulator>, day: string, hash: HashHex): void {
  let tree = trees.get(day);
  if (tree === undefined) {
    tree = merkleAccumulator(sha256);
    trees.set(day, tree);
  }
  tree.add(Buffer.from(hash, 'hex'));
}

function checkCase(tenantId: string, found: LedgerCase): LedgerFinding[] {
  const { caseId, number: caseNumber } = found;
  const findings: LedgerFinding[] = [];
  const say = (problem: LedgerProblem, seq: number): void => {
    findings.push({ problem, caseNumber, caseId, seq });
  };
  let prev: HashHex | null = null;
  for (const [i, { day, prevHash, hash, ...recorded }] of found.events.entries()) {
    const { seq } = recorded;
    if (seq !== i + 1) say('seq', seq);
    if (prevHash !== prev) say('prev-hash', seq);
    const event = hashedEvent(tenantId, caseId, recorded);
    if (eventHash(prevHash, event, sha256) !== hash) say('hash', seq);
    if (civilDate(recorded.at) !== day) say('day', seq);
    // By the stored hash: one changed event is one finding, not one for each that follows.
    prev = hash;
  }
  const last = found.events.at(-1)?.seq ?? 0;
  if (prev !== found.headHash || last !== found.version) say('head', last);
  if (findings.length === 0 && !isSnapshot(found)) say('snapshot', last);
  return findings;
}

/** Events that do not even fold are no less a finding: whoever forged them knew the hashes only. */
function isSnapshot({ events, state }: LedgerCase): boolean {
  try {
    return canonicalJson(replay(events)) === canonicalJson(state);
  } catch {
    return false;
  }
}
