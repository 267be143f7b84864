import type { LedgerRoot } from '@yichuang/contracts';
import { merkleAccumulator, toHex } from '@yichuang/kernel/ledger';
import { addMs, civilDate } from '@yichuang/kernel/time';
import { sha256 } from '../cases/index.ts';
import { CLOSING_MS } from './closing.ts';
import type { LedgerDeps } from './ledger-deps.ts';
import { publishHeads } from './ledger-heads.pg.ts';
import { insertRoot, lastPublishedDay, leavesOf, nextDay, readRoot } from './ledger-store.pg.ts';

/** 00:20 in Shanghai, as cron in UTC. Before the closing it would publish a day too late. */
export const PUBLISHING_TIME = '20 16 * * *';
const BEFORE_ALL = '0001-01-01';

/**
 * Publishes the root of each closed Shanghai day on which something happened, and the head of the
 * log of days with it. A root is published once and never again; a day without events has none.
 *
 * @returns what is published now, oldest day first
 */
export async function publishRoots(
  deps: Pick<LedgerDeps, 'tenantId' | 'db' | 'clock'>,
): Promise<LedgerRoot[]> {
  const { db, tenantId, clock } = deps;
  const today = civilDate(addMs(clock.now(), -CLOSING_MS));
  const published: LedgerRoot[] = [];
  let after: string = (await lastPublishedDay(db, tenantId)) ?? BEFORE_ALL;
  for (;;) {
    const day = await nextDay(db, tenantId, after, today);
    if (day === undefined) break;
    const tree = merkleAccumulator(sha256);
    for await (const leaf of leavesOf(db, tenantId, day)) tree.add(leaf);
    const root = toHex(tree.root());
    const publishedAt = clock.now();
    await insertRoot(db, tenantId, { day, size: tree.size(), root, publishedAt });
    // Another process may have been first; what stands there is what was published.
    const standing = await readRoot(db, tenantId, day);
    if (standing?.publishedAt === publishedAt && standing.root === root) published.push(standing);
    after = day;
  }
  await publishHeads(db, tenantId, clock.now());
  return published;
}
