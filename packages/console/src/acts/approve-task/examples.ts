import { caseAt, subjectOf } from '../../examples/case.examples.ts';
import { handledLetter, letterAt, letterSubject } from '../../examples/letter.examples.ts';

export const examples = {
  /** 终审 of an answer in which something was found. */
  flagged: letterSubject(letterAt('decision', handledLetter), { act: 'ApproveTask' }),
  review: subjectOf(caseAt('review'), { act: 'ApproveTask' }),
  decision: subjectOf(caseAt('decision'), { act: 'ApproveTask' }),
};
