import { caseAt, subjectOf } from '../../examples/case.examples.ts';

const inspection = { id: 'inspection', name: '检验', expectedDays: 7 };

export const examples = {
  one: subjectOf(caseAt('review'), { act: 'StartSpecialProcedure', procedures: [inspection] }),
  two: subjectOf(caseAt('review'), {
    act: 'StartSpecialProcedure',
    procedures: [inspection, { id: 'hearing', name: '听证' }],
  }),
};
