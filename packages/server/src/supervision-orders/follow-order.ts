import type { CaseState } from '@yichuang/kernel/case';
import type { CaseDeps } from '../cases/index.ts';
import { putOrder } from './order-rows.pg.ts';
import { ORDER_ITEM, orderFacts } from './order-row.ts';

/** After each command on an order: the lists and figures say what its case says. */
export async function followOrder(
  { db, tenantId }: Pick<CaseDeps, 'db' | 'tenantId'>,
  state: CaseState,
): Promise<void> {
  if (state.itemCode !== ORDER_ITEM) return;
  await putOrder(db, tenantId, state.caseId, state.receivedAt, orderFacts(state));
}
