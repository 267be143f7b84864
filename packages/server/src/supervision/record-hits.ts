/** What rules found, written down with its entry in the journal; and every change of its status. */
import type { ActorRef } from '@yichuang/kernel/case';
import type { WatchRule } from '@yichuang/kernel/watch';
import { appendJournal } from '../ledger/index.ts';
import type { Db } from '../platform/db/index.ts';
import { changeHitStatus, insertHits, type NewHit, type StatusChange } from './hit-store.pg.ts';
import { tellOfHits } from './tell-of-hits.ts';
import type { WatchDeps } from './watch-deps.ts';

/** The rules act for nobody. */
export const WATCHING = {
  kind: 'system',
  personId: 'system',
  name: 'system',
  rule: 'watch',
} as const satisfies ActorRef;

/** The job that opens the order of a rule; see order-hits.ts. */
export const ORDER_JOB = 'watch-order';

/** The stream of the journal in which everything about a hit is. */
export function hitStream(id: string): string {
  return `hit:${id}`;
}

/** Those that are new, in the caller's transaction, with the notices about them. */
export async function addHits(
  deps: WatchDeps,
  tx: Db,
  hits: readonly NewHit[],
  rules: readonly WatchRule[],
): Promise<void> {
  if (hits.length === 0) return;
  const { tenantId, clock } = deps;
  const at = clock.now();
  const inserted = await insertHits(tx, tenantId, hits, at);
  const fresh = hits.filter(({ id }) => inserted.has(id));
  for (const hit of fresh) {
    const entry = { type: 'WatchHitFound', actor: WATCHING, data: hit, at };
    await appendJournal(tx, tenantId, hitStream(hit.id), [entry]);
    if (rules.find(({ id }) => id === hit.ruleId)?.order !== undefined) {
      await deps.jobs.enqueueInTx(tx, ORDER_JOB, { tenantId, hitId: hit.id });
    }
  }
  await tellOfHits(deps, tx, fresh, rules);
}

/** @returns false where the hit no longer is what it was thought to be; nothing is written then */
export async function moveHit(
  { tenantId, clock }: Pick<WatchDeps, 'tenantId' | 'clock'>,
  tx: Db,
  id: string,
  { by, ...change }: Omit<StatusChange, 'at' | 'by'> & { readonly by: ActorRef },
): Promise<boolean> {
  const at = clock.now();
  const statusBy = by.kind === 'system' ? null : by.name;
  if (!(await changeHitStatus(tx, tenantId, id, { ...change, at, by: statusBy }))) return false;
  const { status, reason } = change;
  const data = { status, ...(reason === null ? {} : { reason }) };
  const entry = { type: 'WatchHitMoved', actor: by, data, at };
  await appendJournal(tx, tenantId, hitStream(id), [entry]);
  return true;
}
