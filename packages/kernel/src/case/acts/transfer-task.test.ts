import { describe, expect, test } from 'vitest';
import type { Actor, CommandOf } from '../index.ts';
import { counter, wang } from '../testing/case.examples.ts';
import { ladder } from '../testing/ladder.examples.ts';
import {
  add,
  amy,
  ann,
  bob,
  dee,
  eve,
  joint,
  minute,
  personOf,
  standingInFor,
} from '../testing/people.examples.ts';
import {
  acceptedCase,
  approve,
  received,
  given,
  tuesday,
} from '../testing/specification.examples.ts';

const transfer = (to: Actor, taskId = 'joint#1.1'): CommandOf<'TransferTask'> => ({
  type: 'TransferTask',
  taskId,
  to: personOf(to),
  reason: 'away',
});
describe('TransferTask 转办', () => {
  const story = joint();
  const toDee = story.and([transfer(dee), ann, minute(1)]);
  const thrice = toDee.and([transfer(eve), dee, minute(2)], [transfer(amy), eve, minute(3)]);
  ladder([
    { lacking: 'another post', story, by: dee, command: transfer(eve), refused: ['not-your-task'] },
    {
      lacking: 'as often as the office allows',
      story: thrice,
      by: amy,
      command: transfer(dee),
      refused: ['transfers-used-up'],
    },
    {
      lacking: 'a reason',
      story,
      by: ann,
      command: { ...transfer(dee), reason: ' ' },
      refused: ['reason-required'],
    },
    {
      lacking: 'to themselves',
      story,
      by: ann,
      command: transfer(ann),
      refused: ['receiver-has-task'],
    },
    {
      lacking: 'a person',
      story,
      by: ann,
      command: { ...transfer(dee), to: { personId: '', name: '' } },
      refused: ['person-required'],
    },
    { lacking: 'to the applicant', story, by: ann, command: transfer(wang), refused: ['own-case'] },
    {
      lacking: 'the receiver has a task in the step',
      story: story.and(add('with', 'joint#1.1', dee, ann)),
      by: ann,
      command: transfer(dee),
      refused: ['receiver-has-task'],
    },
    {
      lacking: 'the receiver has signed in this round',
      story: story.and(approve('joint#1.2', bob)),
      by: ann,
      command: transfer(bob),
      refused: ['receiver-has-task'],
    },
    {
      lacking: 'only the receiver can do another member’s task',
      story,
      by: ann,
      command: transfer(bob),
      refused: ['receiver-has-task'],
    },
  ]);

  test('it is the receiver’s alone, unread; the record keeps the first holder', () => {
    story
      .when(transfer(dee), ann, minute(1))
      .thenEvents('TaskTransferred joint#1.1 transferred from Ann to Dee');
    toDee.when(approve('joint#1.1', amy)[0], amy, minute(2)).thenRefused('claimed-by-other');
    const task = thrice.state.marking.tasks['joint#1.1'];
    expect(task?.transfers?.map(({ from, to }) => [from?.name, to.name])).toEqual([
      ['Ann', 'Dee'],
      ['Dee', 'Eve'],
      ['Eve', 'Amy'],
    ]);
    expect(task).toMatchObject({ holder: personOf(amy), posts: ['a'] });
  });

  test('who signs a task with a post behind it signs in that post', () => {
    const signed = toDee.when(approve('joint#1.1', dee)[0], dee, minute(2)).thenDone();
    expect(signed.past.at(-1)?.by).toEqual({
      kind: 'staff',
      personId: 'dee',
      name: 'Dee',
      post: 'a',
    });
  });

  test('limits are the office’s: with one transfer allowed, the second is refused', () => {
    const strict = story.within({ policies: { filingDay: 'A', mostTransfers: 1 } });
    strict
      .and([transfer(dee), ann, minute(1)])
      .when(transfer(eve), dee, minute(2))
      .thenRefused('transfers-used-up');
  });

  test('the clock of the step runs on', () => {
    const limited = joint(
      { rule: 'all', rejectCounts: 'at-once' },
      {
        limit: { amount: 3, unit: 'WD' },
      },
    );
    const after = limited.and([transfer(dee), ann, minute(1)]);
    expect(after.state.clocks).toEqual(limited.state.clocks);
  });

  test('an intake task moves too, and a deputy passes on what is the principal’s', () => {
    given(acceptedCase().item, received)
      .when(transfer(dee, 'intake#1.1'), counter, tuesday)
      .thenEvents('TaskTransferred intake#1.1 transferred from Counter to Dee');
    story
      .when(transfer(eve), standingInFor(dee, ann), minute(1))
      .thenEvents('Ann（Dee）: TaskTransferred joint#1.1 transferred from Ann to Eve');
  });
});
