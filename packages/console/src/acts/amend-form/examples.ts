import { caseAt, subjectOf } from '../../examples/case.examples.ts';

export const examples = {
  subject: subjectOf(caseAt('intake'), {
    act: 'AmendForm',
    fields: ['buildingArea', 'mobile', 'unknown'],
  }),
};
