import { deskCase, subjectOf } from '../../examples/case.examples.ts';

const [task] = deskCase.tasks;
if (task === undefined) throw new Error('the example has a task');
const readings = ['r1', 'r2'];

export const examples = {
  /** A reader who was sent it and handles nothing of it. */
  reader: subjectOf(
    { ...deskCase, tasks: [{ ...task, isMine: false }] },
    { act: 'CopyCase', readings },
  ),
  holder: subjectOf(deskCase, { act: 'CopyCase', readings }),
  colleague: { personId: 'p2', name: '宁波涛' },
};
