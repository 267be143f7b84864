import { receivedCase, subjectOf } from '../../examples/case.examples.ts';

export const examples = { subject: subjectOf(receivedCase, { act: 'WithdrawCase' }) };
