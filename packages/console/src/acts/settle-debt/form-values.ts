import { missing, type ActSubject, type CommandOf, type Problems } from '../act.ts';
import { basisProblems, noBasis, toBasis, type BasisValues } from '../basis-values.ts';

export interface SettleDebtValues extends BasisValues {
  readonly debtId: string;
  readonly verdict: '' | 'kept' | 'insufficient' | 'broken';
  readonly note: string;
}

export function toForm({ allowed }: ActSubject): SettleDebtValues {
  return { debtId: allowed.debts?.[0] ?? '', verdict: '', note: '', ...noBasis };
}

export function toCommand(values: SettleDebtValues, subject: ActSubject): CommandOf<'SettleDebt'> {
  const basis = values.verdict === 'broken' ? toBasis(values, subject) : undefined;
  return {
    type: 'SettleDebt',
    debtId: values.debtId,
    verdict: values.verdict === '' ? 'kept' : values.verdict,
    note: values.note.trim(),
    ...(basis === undefined ? {} : { basis }),
  };
}

/** What is found wanting is told to the applicant, with its law where something follows. */
export function problemsOf(values: SettleDebtValues, subject: ActSubject): Problems {
  const isWanting = values.verdict === 'broken' || values.verdict === 'insufficient';
  return {
    ...missing(values.debtId === '', 'debtId', 'act.SettleDebt.debtMissing'),
    ...missing(values.verdict === '', 'verdict', 'act.SettleDebt.verdictMissing'),
    ...missing(isWanting && values.note.trim() === '', 'note', 'act.wordsMissing'),
    ...(values.verdict === 'broken' ? basisProblems(values, subject) : {}),
  };
}
