import { describe } from 'vitest';
import { archivist, bare, counter, flowAround, leader } from '../testing/case.examples.ts';
import { ladder } from '../testing/ladder.examples.ts';
import { acceptedCase, approve, monday, tuesday } from '../testing/specification.examples.ts';

const archive = { type: 'ArchiveCase', archiveNumber: 'A-1' } as const;

describe('ArchiveCase 归档', () => {
  const concluded = acceptedCase(bare(flowAround())).and(approve('leader#1.1', leader), [
    { type: 'ServeResult', taskId: 'delivery#1.1', method: 'counter', recipient: 'Wang' },
    counter,
    tuesday,
  ]);
  ladder([
    {
      lacking: 'the right',
      story: concluded,
      by: counter,
      command: archive,
      refused: ['right-missing'],
    },
    {
      lacking: 'archived already',
      story: concluded.and([archive, archivist, monday]),
      by: archivist,
      command: archive,
      refused: ['archived-already'],
    },
    {
      lacking: 'still open',
      story: acceptedCase(),
      by: archivist,
      command: archive,
      refused: ['not-concluded'],
    },
    {
      lacking: 'the number',
      story: concluded,
      by: archivist,
      command: { ...archive, archiveNumber: ' ' },
      refused: ['archive-number-required'],
    },
  ]);
});
