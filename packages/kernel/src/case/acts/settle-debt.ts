import type { CommandOf } from '../commands.ts';
import type { DebtState } from '../debt.ts';
import { startDebtClock } from '../debts.ts';
import { heldTasks, hasCapability } from '../permissions.ts';
import { refuse, type Refusal } from '../refusals.ts';
import type { CaseState } from '../state.ts';
import type { Act } from './act.ts';
import { owed } from './supply-materials.ts';

/**
 * What was owed is found kept, not enough, or broken. A commitment may be checked at any time; a
 * material that may still come in time is not broken.
 */
export const settleDebt: Act<'SettleDebt'> = {
  type: 'SettleDebt',
  isForTask: false,
  permit(state, context) {
    // The system settles what the parts of a joint case have found good.
    const isSystem = context.actor.kind === 'system';
    const mayCheck =
      isSystem || hasCapability(context, 'settle-debts') || heldTasks(state, context).length > 0;
    if (!mayCheck) return refuse('right-missing', { right: 'settle-debts' });
    const [first] = owed(state);
    if (first === undefined) return refuse('nothing-owed');
    const isReady = isSystem || owed(state).some(isDue);
    return isReady ? undefined : refuse('debt-not-supplied', { name: first.name });
  },
  check(state, command, { actor }) {
    const debt = owed(state).find(({ debtId }) => debtId === command.debtId);
    if (debt === undefined) return [refuse('debt-unknown')];
    if (actor.kind === 'system') return [];
    if (debt.status === 'owed' && debt.kind === 'deferred-material') {
      if (command.verdict !== 'broken') return [refuse('debt-not-supplied', { name: debt.name })];
      if (debt.lapsedAt === undefined) return [refuse('debt-not-due', { name: debt.name })];
    }
    return checkWords(debt.status, command);
  },
  perform(p, { debtId, verdict, note, basis }) {
    const [held] = heldTasks(p.state(), p.context);
    if (held !== undefined) p.actAs(held.post);
    const law = basis === undefined ? {} : { basis };
    p.emit({ type: 'DebtSettled', debtId, verdict, note, ...law });
    if (verdict === 'insufficient')
      startClockAnew(p.state(), () => startDebtClock(p, debtId), debtId);
  },
};

/** There is something to look at, or its days have run out. */
export function isDue({ kind, status, lapsedAt }: DebtState): boolean {
  return kind === 'commitment' || status === 'supplied' || lapsedAt !== undefined;
}

/** The same days once more; a commitment's check has no clock before the decision. */
function startClockAnew(state: CaseState, start: () => void, debtId: string): void {
  const kind = state.debts?.[debtId]?.kind;
  if (kind === 'deferred-material' || state.decision !== undefined) start();
}

function checkWords(status: string, { verdict, note, basis }: CommandOf<'SettleDebt'>): Refusal[] {
  if (verdict === 'kept') return [];
  if (verdict === 'insufficient' && status !== 'supplied') {
    return [refuse('debt-not-supplied', { name: '' })];
  }
  if (note.trim() === '') return [refuse('reason-required')];
  if (verdict === 'insufficient') return [];
  const isNamed = basis !== undefined && basis.law.trim() !== '' && basis.article.trim() !== '';
  return isNamed ? [] : [refuse('legal-basis-required')];
}
