import { caseAt, subjectOf } from '../../examples/case.examples.ts';

export const examples = {
  subject: subjectOf(caseAt('review'), {
    act: 'EndSpecialProcedure',
    procedures: [{ id: 'p1', name: '检验' }],
  }),
};
