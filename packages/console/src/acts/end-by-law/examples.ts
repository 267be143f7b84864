import { deskCase, subjectOf } from '../../examples/case.examples.ts';

export const examples = {
  subject: subjectOf({ ...deskCase, phase: 'concluded', tasks: [] }, { act: 'RevokeDecision' }),
};
