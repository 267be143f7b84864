import { deskCase, subjectOf } from '../../examples/case.examples.ts';

export const examples = {
  subject: subjectOf(deskCase, { act: 'TransferTask' }),
  colleague: { personId: 'p2', name: '宁波涛' },
};
