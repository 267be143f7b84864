import { caseAt, subjectOf } from '../../examples/case.examples.ts';
import type { ServeResultValues } from './form-values.ts';

const values: ServeResultValues = {
  method: 'counter',
  recipient: '罗建国',
  trackingNumber: 'EMS1',
  signatureSha256: 'c'.repeat(64),
  isSignatureUnsaved: false,
};

export const examples = {
  subject: subjectOf(caseAt('delivery', { phase: 'decided' }), { act: 'ServeResult' }),
  values,
};
