import { logLeaf, merkleAccumulator, toHex, type MerkleAccumulator } from '@yichuang/kernel/ledger';
import { sha256 } from '../cases/index.ts';
import type { Db } from '../platform/db/index.ts';
import type { LedgerFinding } from './ledger-finding.ts';
import { logDays, readHeads } from './ledger-heads.pg.ts';

const ALL_HEADS = 100_000;

/**
 * Compares the days' trees with the roots that were published, and the log of the roots with its
 * heads.
 *
 * @param trees of every day that has entries, grown from what stands in the database now
 * @returns how many days are published
 */
export async function verifyPublished(
  tx: Db,
  tenantId: string,
  trees: ReadonlyMap<string, MerkleAccumulator>,
  findings: LedgerFinding[],
): Promise<number> {
  const published = await logDays(tx, tenantId);
  const known = new Set(published.map(({ day }) => day));
  const lastDay = published.at(-1)?.day ?? '';
  const heads = (await readHeads(tx, tenantId, { limit: ALL_HEADS })).toReversed();
  const log = merkleAccumulator(sha256);
  for (const [i, row] of published.entries()) {
    const { day, size, root } = row;
    const tree = trees.get(day);
    const isSame = tree !== undefined && tree.size() === size && toHex(tree.root()) === root;
    if (!isSame) findings.push({ problem: 'root', day });
    log.add(logLeaf(row));
    const head = heads[i];
    // Days of before there was a log have no head until the next day is published.
    if (head === undefined && heads.length === 0) continue;
    const isHead = head?.size === i + 1 && head.day === day && head.root === toHex(log.root());
    if (!isHead) findings.push({ problem: 'log', day });
  }
  for (const { day } of heads.slice(published.length)) findings.push({ problem: 'log', day });
  // Days are published in order: one before the last that has events and no root was slipped in.
  for (const day of trees.keys()) {
    if (day < lastDay && !known.has(day)) findings.push({ problem: 'root', day });
  }
  return published.length;
}
