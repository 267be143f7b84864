import { merkleTree, type MerkleTree } from '@yichuang/kernel/ledger';
import { sha256 } from '../cases/index.ts';
import type { Db } from '../platform/db/index.ts';
import { leavesOf } from './ledger-store.pg.ts';

/** Trees of closed days, for proofs; the last few are kept: receipts are asked for in days. */
export interface DayTrees {
  treeOf(day: string): Promise<MerkleTree>;
}

/** A busy day of a county is about ten megabytes. */
const KEPT = 4;

export function createDayTrees(db: Db, tenantId: string): DayTrees {
  const trees = new Map<string, Promise<MerkleTree>>();
  return {
    treeOf(day) {
      const known = trees.get(day);
      if (known !== undefined) return known;
      const growing = grow(db, tenantId, day);
      trees.set(day, growing);
      growing.catch(() => trees.delete(day));
      const [oldest] = trees.keys();
      if (trees.size > KEPT && oldest !== undefined) trees.delete(oldest);
      return growing;
    },
  };
}

async function grow(db: Db, tenantId: string, day: string): Promise<MerkleTree> {
  const leaves: Uint8Array[] = [];
  for await (const leaf of leavesOf(db, tenantId, day)) leaves.push(leaf);
  return merkleTree(leaves, sha256);
}
