import { receivedCase, subjectOf } from '../../examples/case.examples.ts';
import { setAllComplete } from '../../materials/check-values.ts';

const untouched = subjectOf(receivedCase, { act: 'CheckMaterials' });

export const examples = {
  untouched,
  complete: { ...untouched, checks: setAllComplete(untouched.checks) },
};
