import type { OrderCourse } from '@yichuang/contracts';
import type { Session } from '../platform/http/index.ts';
import type { Language } from '../platform/refusal.ts';
import { hitScopeOf, isSupervisor } from '../supervision/index.ts';
import { findHits } from './hits-of-order.pg.ts';
import { HITS_APART } from './open-order.ts';
import { orderCourse } from './order-course.ts';
import { supervisedBy } from './order-rows.pg.ts';
import { ORDER_ITEM } from './order-row.ts';
import type { SuggestDeps } from './suggest-order.ts';

/** For whoever may read the order; undefined to others, and of a case that is no order. */
export async function tellOrder(
  deps: SuggestDeps,
  session: Session,
  caseId: string,
  language: Language,
): Promise<OrderCourse | undefined> {
  const found = await deps.desk.readable(session, caseId);
  if (found?.state.itemCode !== ORDER_ITEM) return undefined;
  const { state } = found;
  const item = await deps.findItem(state.itemCode, state.itemVersion);
  if (item === undefined) throw new Error(`item ${state.itemCode} is gone`);
  const [orgs, events, ids] = await Promise.all([
    deps.directory.orgs(),
    deps.cases.events(caseId),
    supervisedBy(deps.db, deps.tenantId, caseId),
  ]);
  const { unit, hitIds } = state.form;
  return {
    unitName: typeof unit === 'string' ? (orgs.get(unit)?.name ?? unit) : '',
    records: orderCourse({
      item,
      state,
      events,
      language,
      capabilities: session.posts.flatMap(({ capabilities }) => capabilities),
      orgName: (orgId) => orgs.get(orgId)?.name,
    }),
    hits: isSupervisor(session) ? await hitsOf(deps, session, hitIds) : [],
    cases: (await Promise.all(ids.map((id) => aboutCase(deps, session, id)))).flat(),
  };
}

async function hitsOf(
  { db, tenantId }: SuggestDeps,
  session: Session,
  hitIds: unknown,
): Promise<OrderCourse['hits']> {
  if (typeof hitIds !== 'string') return [];
  const found = await findHits(db, tenantId, hitScopeOf(session), hitIds.split(HITS_APART));
  return found.map(({ id: hitId, says }) => ({ hitId, says }));
}

async function aboutCase(
  deps: SuggestDeps,
  session: Session,
  caseId: string,
): Promise<OrderCourse['cases']> {
  const supervised = await deps.cases.find(caseId);
  if (supervised === undefined) return [];
  const { number, itemName: name } = supervised.state;
  const canOpen = (await deps.desk.readable(session, caseId)) !== undefined;
  return [{ caseId, number, name, canOpen }];
}
