import { caseAt, subjectOf } from '../../examples/case.examples.ts';

export const examples = {
  review: subjectOf(caseAt('review'), { act: 'ApproveTask' }),
  decision: subjectOf(caseAt('decision'), { act: 'ApproveTask' }),
};
