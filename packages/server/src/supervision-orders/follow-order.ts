import type { CaseState } from '@yichuang/kernel/case';
import type { CaseDeps } from '../cases/index.ts';
import { releaseHits } from '../supervision/index.ts';
import { putOrder } from './order-rows.pg.ts';
import { ENDED, ORDER_ITEM, orderFacts } from './order-row.ts';

/**
 * After each command on an order: the lists and figures say what its case says. One that ended
 * without having been issued answers no hit.
 */
export async function followOrder(
  deps: Pick<CaseDeps, 'db' | 'tenantId' | 'clock'>,
  state: CaseState,
): Promise<void> {
  if (state.itemCode !== ORDER_ITEM) return;
  const { caseId } = state;
  const facts = orderFacts(state);
  await putOrder(deps.db, deps.tenantId, caseId, state.receivedAt, facts);
  if (facts.stage === ENDED && facts.issuedAt === undefined) await releaseHits(deps, caseId);
}
