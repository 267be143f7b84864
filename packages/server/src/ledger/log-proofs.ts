import type { LedgerConsistency, LedgerHead, LedgerRootInclusion } from '@yichuang/contracts';
import { consistencyProof, logLeaf, toHex } from '@yichuang/kernel/ledger';
import { sha256 } from '../cases/index.ts';
import type { LedgerDeps } from './ledger-deps.ts';
import { logDays, logIndex, readHead, readHeads } from './ledger-heads.pg.ts';
import { readRoot } from './ledger-store.pg.ts';
import { hexProofOf } from './receipt-of.ts';

type LogDeps = Pick<LedgerDeps, 'tenantId' | 'db' | 'trees'>;

/**
 * That the log of `to` days begins with the log of `from` days.
 *
 * @param sizes `from` is at least 1 and at most `to`; without `to`, the newest head
 * @returns undefined when one of the heads is not published
 */
export async function consistencyBetween(
  { db, tenantId }: LogDeps,
  sizes: { readonly from: number; readonly to?: number },
): Promise<LedgerConsistency | undefined> {
  const { from, to } = sizes;
  const first = await readHead(db, tenantId, from);
  const second = await headAt(db, tenantId, to);
  if (first === undefined || second === undefined || from > second.size) return undefined;
  const leaves = (await logDays(db, tenantId, second.size)).map(logLeaf);
  const proof = consistencyProof(leaves, from, sha256).map(toHex);
  return { first: bareHead(first), second: bareHead(second), proof };
}

/** Where a day stands in the log of `size` days, or of all; undefined when it does not. */
export async function rootInclusion(
  { db, tenantId, trees }: LogDeps,
  day: string,
  size?: number,
): Promise<LedgerRootInclusion | undefined> {
  const [root, head] = await Promise.all([readRoot(db, tenantId, day), headAt(db, tenantId, size)]);
  if (root === undefined || head === undefined || head.day < day) return undefined;
  const index = await logIndex(db, tenantId, day);
  const proof = hexProofOf(await trees.logOf(head.size), index);
  return { root, index, proof, head: bareHead(head) };
}

async function headAt(
  db: LogDeps['db'],
  tenantId: string,
  size: number | undefined,
): Promise<LedgerHead | undefined> {
  if (size !== undefined) return readHead(db, tenantId, size);
  const [newest] = await readHeads(db, tenantId, { limit: 1 });
  return newest;
}

function bareHead({ tenantId, size, day, root }: LedgerHead): LedgerConsistency['first'] {
  return { tenantId, size, day, root };
}
