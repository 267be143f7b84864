import type { CaseEvent } from '@yichuang/kernel/case';
import { describe, expect, it } from 'vitest';
import { tellDebt } from './tell-debts.ts';

const names = new Map([['d1', '消防设施平面图']]);
const settled = (verdict: 'kept' | 'broken' | 'insufficient'): CaseEvent => ({
  type: 'DebtSettled',
  debtId: 'd1',
  verdict,
  note: '缺一页',
});

describe('what is owed, in the story', () => {
  it('is named when it is settled or lapses, though those events hold only its id', () => {
    const lapsed: CaseEvent = { type: 'DebtLapsed', debtId: 'd1' };
    for (const event of [settled('kept'), settled('broken'), lapsed]) {
      expect(tellDebt(event, names)?.params).toEqual({ name: '消防设施平面图' });
    }
  });

  it('tells the applicant what was found wanting', () => {
    expect(tellDebt(settled('insufficient'), names)).toMatchObject({
      key: 'DebtSettledInsufficient',
      opinion: '缺一页',
      isForApplicant: true,
    });
  });
});
