import { logLeaf, merkleTree, type MerkleTree } from '@yichuang/kernel/ledger';
import { sha256 } from '../cases/index.ts';
import type { Db } from '../platform/db/index.ts';
import { logDays } from './ledger-heads.pg.ts';
import { leavesOf } from './ledger-store.pg.ts';

/** Trees of closed days and of the log, for proofs; the last few are kept. */
export interface DayTrees {
  treeOf(day: string): Promise<MerkleTree>;
  /** Over the first `size` days of the log. */
  logOf(size: number): Promise<MerkleTree>;
}

/** A busy day of a county is about ten megabytes; receipts are asked for in days. */
const KEPT = 4;

export function createDayTrees(db: Db, tenantId: string): DayTrees {
  const days = keeping((day: string) => grow(db, tenantId, day));
  const logs = keeping(async (size: number) => {
    const leaves = (await logDays(db, tenantId, size)).map(logLeaf);
    return merkleTree(leaves, sha256);
  });
  return { treeOf: days, logOf: logs };
}

function keeping<K>(make: (key: K) => Promise<MerkleTree>): (key: K) => Promise<MerkleTree> {
  const trees = new Map<K, Promise<MerkleTree>>();
  return (key) => {
    const known = trees.get(key);
    if (known !== undefined) return known;
    const growing = make(key);
    trees.set(key, growing);
    growing.catch(() => trees.delete(key));
    const [oldest] = trees.keys();
    if (trees.size > KEPT && oldest !== undefined) trees.delete(oldest);
    return growing;
  };
}

async function grow(db: Db, tenantId: string, day: string): Promise<MerkleTree> {
  const leaves: Uint8Array[] = [];
  for await (const leaf of leavesOf(db, tenantId, day)) leaves.push(leaf);
  return merkleTree(leaves, sha256);
}
