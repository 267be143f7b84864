/** Hits that an order answers 督办: opened by hand, or by the rule itself. */
import type { OrderBody } from '@yichuang/contracts';
import type { ActorRef } from '@yichuang/kernel/case';
import type { Instant } from '@yichuang/kernel/time';
import type { WatchRule } from '@yichuang/kernel/watch';
import { isUuid } from '../cases/index.ts';
import { appendJournal } from '../ledger/index.ts';
import type { Db } from '../platform/db/index.ts';
import type { JobPayload } from '../platform/jobs/index.ts';
import { hitForOrder, hitsOrderedBy, setOrdered } from './hit-store.pg.ts';
import { hitStream, moveHit, WATCHING } from './record-hits.ts';
import type { WatchDeps } from './watch-deps.ts';

/** An open hit is answered by the order, with its entry in the journal; twice it stands once. */
export async function markHitsOrdered(
  db: Db,
  tenantId: string,
  hitIds: readonly string[],
  order: { readonly caseId: string; readonly at: Instant; readonly by: ActorRef },
): Promise<void> {
  const { caseId, at, by } = order;
  await db.tx(async (tx) => {
    for (const hitId of hitIds.filter(isUuid)) {
      if (!(await setOrdered(tx, tenantId, hitId, order))) continue;
      const data = { status: 'ordered', orderCaseId: caseId };
      const entry = { type: 'WatchHitMoved', actor: by, data, at };
      await appendJournal(tx, tenantId, hitStream(hitId), [entry]);
    }
  });
}

/** Why a hit is open again; told in words where its history is shown. */
export const ORDER_NOT_ISSUED = 'order-not-issued';

/** The order ended before anybody got it: what it was to answer is unanswered. */
export async function releaseHits(
  deps: Pick<WatchDeps, 'db' | 'tenantId' | 'clock'>,
  orderCaseId: string,
): Promise<void> {
  const { db, tenantId } = deps;
  const change = { status: 'open', from: ['ordered'], reason: ORDER_NOT_ISSUED } as const;
  await db.tx(async (tx) => {
    for (const id of await hitsOrderedBy(tx, tenantId, orderCaseId)) {
      await moveHit(deps, tx, id, { ...change, by: WATCHING });
    }
  });
}

export interface HitOrderPayload extends JobPayload {
  readonly hitId: string;
}

/** Opens one; said twice with a key, one order. Handed in: orders are another slice's. */
export type OpenOrder = (
  body: OrderBody,
  origin: { readonly key: string; readonly by: { readonly rule: string } },
) => Promise<{ readonly ok: boolean }>;

const LONGEST_SUBJECT = 60;

/** The order that a rule opens by itself, as an act of the system. */
export async function orderOfHit(
  { db, tenantId, directory, rules }: WatchDeps,
  openOrder: OpenOrder,
  hitId: string,
): Promise<void> {
  const hit = await hitForOrder(db, tenantId, hitId);
  const { rules: inForce } = await rules.current();
  const rule = inForce.find(({ id }) => id === hit?.ruleId);
  if (hit?.orgId === undefined || rule?.order === undefined) return;
  const unit = await directory.departmentOf(hit.orgId);
  if (unit === undefined) throw new Error(`${hit.orgId} belongs to no department`);
  const body = orderBody(rule, rule.order, { ...hit, unit: unit.id, hitId });
  const opened = await openOrder(body, { key: `hit ${hitId}`, by: { rule: rule.id } });
  if (!opened.ok) throw new Error(`the order of hit ${hitId} was refused`);
}

function orderBody(
  rule: WatchRule,
  { feedbackDays, demand }: NonNullable<WatchRule['order']>,
  hit: {
    readonly hitId: string;
    readonly unit: string;
    readonly says: string;
    readonly caseId?: string;
  },
): OrderBody {
  return {
    unit: hit.unit,
    source: 'rule',
    subject: [...rule.name].slice(0, LONGEST_SUBJECT).join(''),
    content: hit.says,
    demand,
    basis: rule.basis.map(({ law, article }) => `《${law}》${article}`).join('；'),
    feedbackDays,
    caseIds: hit.caseId === undefined ? [] : [hit.caseId],
    hitIds: [hit.hitId],
    ruleId: rule.id,
    ruleVersion: rule.version,
  };
}
