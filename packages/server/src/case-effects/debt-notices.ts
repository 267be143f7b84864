/** What the applicant is told of a material that may come later, or of a promise. Pure. */
import type { CaseEvent, CaseState } from '@yichuang/kernel/case';
import { formatDay } from '../cases/index.ts';
import type { PlannedNotice } from './planned-notice.ts';

type DebtEvent = Extract<
  CaseEvent,
  { readonly type: 'DebtIncurred' | 'DebtSettled' | 'DebtLapsed' }
>;

/** Of a part of a joint case the whole tells: it is owed there, and once. */
export function debtNotice(
  event: DebtEvent,
  state: CaseState,
  base: Readonly<Record<string, string>>,
  link: string,
): PlannedNotice | undefined {
  const debt = state.debts?.[event.debtId];
  if (debt === undefined) return undefined;
  const isLater = debt.kind === 'deferred-material';
  if (isLater && state.parent !== undefined && event.type !== 'DebtSettled') return undefined;
  const { name: material, consequence } = debt;
  const params = { ...base, material, consequence, link, dueOn: dueOf(state, event.debtId) };
  switch (event.type) {
    // A promise was made by the applicant, who need not be told of it.
    case 'DebtIncurred':
      return isLater ? { template: 'debt-incurred', params } : undefined;
    case 'DebtLapsed':
      return isLater ? { template: 'debt-lapsed', params } : undefined;
    case 'DebtSettled':
      return settled(event, state, params);
  }
}

function settled(
  event: Extract<DebtEvent, { readonly type: 'DebtSettled' }>,
  state: CaseState,
  params: Readonly<Record<string, string>>,
): PlannedNotice | undefined {
  const { verdict, note } = event;
  // The whole has its own record of what its parts found good.
  if (verdict === 'kept' && state.parent !== undefined) return undefined;
  return { template: `debt-${verdict}`, params: { ...params, note } };
}

function dueOf(state: CaseState, debtId: string): string {
  const clocks = Object.values(state.clocks).filter(({ clockId }) =>
    clockId.startsWith(`debt:${debtId}#`),
  );
  const due = clocks
    .map(({ result }) => result.dueOn)
    .sort()
    .at(-1);
  return due === undefined ? '' : formatDay(due, 'zh-CN');
}
