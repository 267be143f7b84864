import { caseAt, subjectOf } from '../../examples/case.examples.ts';

export const examples = { subject: subjectOf(caseAt('decision'), { act: 'ExtendLimit' }) };
