import { receivedCase, subjectOf } from '../../examples/case.examples.ts';
import { setAllComplete } from '../../materials/check-values.ts';

const unchecked = subjectOf(receivedCase, { act: 'AcceptCase' });

export const examples = {
  unchecked,
  complete: { ...unchecked, checks: setAllComplete(unchecked.checks) },
};
