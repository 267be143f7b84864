import type { CaseState } from '@yichuang/kernel/case';
import type { CaseDeps, CaseStore } from '../cases/index.ts';
import { releaseHits } from '../supervision/index.ts';
import { putOrder } from './order-rows.pg.ts';
import { ENDED, ORDER_ITEM, orderFacts } from './order-row.ts';

/**
 * After each command on an order: the lists and figures say what its case says. One that ended
 * without having been issued answers no hit.
 */
export async function followOrder(
  deps: Pick<CaseDeps, 'db' | 'tenantId' | 'clock'> & { readonly cases: Pick<CaseStore, 'find'> },
  { itemCode, caseId }: Pick<CaseState, 'itemCode' | 'caseId'>,
): Promise<void> {
  if (itemCode !== ORDER_ITEM) return;
  // As it is by now: its documents were made since, and each of them is an act of its own.
  const state = (await deps.cases.find(caseId))?.state;
  if (state === undefined) return;
  const facts = orderFacts(state);
  await putOrder(deps.db, deps.tenantId, caseId, state.receivedAt, facts);
  if (facts.stage === ENDED && facts.issuedAt === undefined) await releaseHits(deps, caseId);
}
