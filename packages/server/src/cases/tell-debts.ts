import type { CaseEvent } from '@yichuang/kernel/case';
import type { Told } from './storyteller.ts';

const SETTLED = {
  kept: { key: 'DebtSettledKept', tone: 'good' },
  broken: { key: 'DebtSettledBroken', tone: 'bad' },
  insufficient: { key: 'DebtSettledInsufficient', tone: 'attention' },
} as const;

/**
 * What may come later and what is promised, from acceptance to the check. The applicant is told
 * all of it, with the words of the check: they say what is still missing.
 *
 * `names` of debts, by id, from the events before this one.
 */
export function tellDebt(event: CaseEvent, names: ReadonlyMap<string, string>): Told | undefined {
  switch (event.type) {
    case 'DebtIncurred': {
      const isMaterial = event.kind === 'deferred-material';
      const key = isMaterial ? 'DebtIncurredMaterial' : 'DebtIncurredCommitment';
      return { key, params: { name: event.name, days: event.days }, tone: 'attention' };
    }
    case 'MaterialsSupplied':
      return { key: event.type };
    case 'DebtSettled': {
      const params = { name: names.get(event.debtId) ?? '' };
      return { ...SETTLED[event.verdict], params, opinion: event.note, isForApplicant: true };
    }
    case 'DebtLapsed':
      return { key: event.type, params: { name: names.get(event.debtId) ?? '' }, tone: 'bad' };
    default:
      return undefined;
  }
}
