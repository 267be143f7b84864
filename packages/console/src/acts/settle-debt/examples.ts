import { deskCase, subjectOf } from '../../examples/case.examples.ts';

export const examples = {
  material: subjectOf(deskCase, { act: 'SettleDebt', debts: ['d1', 'd2'] }),
  commitment: subjectOf(deskCase, { act: 'SettleDebt', debts: ['d2'] }),
};
