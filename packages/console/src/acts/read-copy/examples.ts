import { deskCase, subjectOf } from '../../examples/case.examples.ts';

export const examples = {
  circulation: subjectOf(deskCase, { act: 'ReadCopy', readings: ['r1', 'r2'] }),
  copy: subjectOf(deskCase, { act: 'ReadCopy', readings: ['r2'] }),
};
