import { describe, test } from 'vitest';
import type { Actor, CommandOf } from '../index.ts';
import { ladder } from '../testing/ladder.examples.ts';
import {
  add,
  administrator,
  amy,
  ann,
  bob,
  cid,
  dee,
  eve,
  joint,
  minute,
  personOf,
} from '../testing/people.examples.ts';
import { approve } from '../testing/specification.examples.ts';

const transfer = (to: Actor, taskId = 'joint#1.1'): CommandOf<'TransferTask'> => ({
  type: 'TransferTask',
  taskId,
  to: personOf(to),
  reason: 'away',
});
const handOver = (to: Actor, taskId = 'joint#1.1'): CommandOf<'HandOverTask'> => ({
  type: 'HandOverTask',
  taskId,
  to: personOf(to),
  reason: 'leaves the office',
});

describe('HandOverTask 交接', () => {
  const story = joint();
  ladder([
    { lacking: 'the right', story, by: ann, command: handOver(dee), refused: ['right-missing'] },
    {
      lacking: 'no such task',
      story,
      by: administrator,
      command: handOver(dee, 'joint#7.1'),
      refused: ['task-unknown'],
    },
    {
      lacking: 'decided already',
      story: story.and(approve('joint#1.1', ann)),
      by: administrator,
      command: handOver(dee),
      refused: ['task-already-closed'],
    },
    {
      lacking: 'a reason',
      story,
      by: administrator,
      command: { ...handOver(dee), reason: '' },
      refused: ['reason-required'],
    },
    {
      lacking: 'the receiver has it already',
      story: story.and([transfer(dee), ann, minute(1)]),
      by: administrator,
      command: handOver(dee),
      refused: ['receiver-has-task'],
    },
  ]);

  test('whatever the person held: open, waiting, an opinion', () => {
    const busy = story.and(add('before', 'joint#1.1', dee, ann, minute(1)), [
      {
        type: 'RequestOpinion',
        taskId: 'joint#1.2',
        person: { personId: 'zed', name: 'Zed' },
        question: '?',
      },
      bob,
      minute(2),
    ]);
    busy
      .when(handOver(amy), administrator, minute(3))
      .thenEvents('TaskTransferred joint#1.1 handed-over to Amy');
    const opinion = busy
      .when(handOver(eve, 'joint#1.5'), administrator, minute(3))
      .thenEvents('TaskTransferred joint#1.5 handed-over from Zed to Eve');
    opinion
      .when({ type: 'GiveOpinion', taskId: 'joint#1.5', opinion: 'fine' }, eve, minute(4))
      .thenEvents(
        'OpinionGiven joint#1.5',
        'TaskOpened joint#1.2',
        'ClockStopped opinion:joint#1.5',
      );
  });

  test('whoever takes over may remove the signers that the leaving person added', () => {
    const taken = story.and(add('after', 'joint#1.3', dee, cid, minute(1)), [
      handOver(eve, 'joint#1.3'),
      administrator,
      minute(2),
    ]);
    taken
      .when({ type: 'RemoveSigner', taskId: 'joint#1.4', reason: 'not needed' }, eve, minute(3))
      .thenEvents('TaskClosed joint#1.4 removed');
  });
});
