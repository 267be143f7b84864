import {
  hashHex,
  proofOf,
  toHex,
  type LedgerInclusion,
  type LedgerReceipt,
} from '@yichuang/kernel/ledger';
import { civilDate, plainDate } from '@yichuang/kernel/time';
import { hashedEvent } from '../cases/index.ts';
import type { LedgerDeps } from './ledger-deps.ts';
import { leafIndex, readRoot } from './ledger-store.pg.ts';

/**
 * What the applicant keeps of an event, usually of the filing; with the proof that it stands in
 * its day's tree as soon as that is published. Anyone can check it without the platform.
 *
 * @returns undefined when the case has no such event
 * @throws Error when the day's events no longer lead to the root that was published
 */
export async function receiptOf(
  deps: Pick<LedgerDeps, 'tenantId' | 'db' | 'store' | 'trees'>,
  caseId: string,
  seq = 1,
): Promise<LedgerReceipt | undefined> {
  const events = await deps.store.events(caseId);
  const found = events.find((event) => event.seq === seq);
  if (found === undefined) return undefined;
  const { prevHash, hash, ...recorded } = found;
  const inclusion = await inclusionOf(deps, { day: civilDate(found.at), caseId, seq });
  return {
    format: 'yichuang-receipt-1',
    tenantId: deps.tenantId,
    event: hashedEvent(deps.tenantId, caseId, recorded),
    prevHash,
    hash,
    ...(inclusion === undefined ? {} : { inclusion }),
  };
}

async function inclusionOf(
  deps: Pick<LedgerDeps, 'tenantId' | 'db' | 'trees'>,
  leaf: { readonly day: string; readonly caseId: string; readonly seq: number },
): Promise<LedgerInclusion | undefined> {
  const published = await readRoot(deps.db, deps.tenantId, leaf.day);
  if (published === undefined) return undefined;
  const [tree, index] = await Promise.all([
    deps.trees.treeOf(leaf.day),
    leafIndex(deps.db, deps.tenantId, leaf),
  ]);
  if (toHex(tree.root) !== published.root) {
    throw new Error(`the events of ${leaf.day} do not lead to the published root`);
  }
  return {
    day: plainDate(leaf.day),
    index,
    size: tree.size,
    proof: proofOf(tree, index).map((hash) => hashHex(toHex(hash))),
    root: hashHex(published.root),
  };
}
