import { deskCase, subjectOf } from '../../examples/case.examples.ts';

export const examples = {
  subject: subjectOf(deskCase, { act: 'ClaimTask' }),
  /** The task that an added signer holds. */
  added: subjectOf(deskCase, { act: 'RemoveSigner', taskId: 'review#1.2' }),
};
