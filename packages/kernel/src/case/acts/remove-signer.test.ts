import { describe, expect, test } from 'vitest';
import type { Agreement, OnReject } from '../../flow/index.ts';
import { allowedActs, type CommandOf } from '../index.ts';
import { contextOf, staff } from '../testing/case.examples.ts';
import { ladder } from '../testing/ladder.examples.ts';
import {
  add,
  adding,
  administrator,
  ann,
  bob,
  cid,
  dee,
  eve,
  joint,
  minute,
  standingInFor,
} from '../testing/people.examples.ts';
import { approve, type Act } from '../testing/specification.examples.ts';

const remove = (taskId = 'joint#1.4'): CommandOf<'RemoveSigner'> => ({
  type: 'RemoveSigner',
  taskId,
  reason: 'not needed',
});
const hearAll: Agreement = { rule: 'all', rejectCounts: 'hear-all' };
const deny: OnReject = { then: 'deny' };
const hearing = (by: Act[1]): Act => [
  { type: 'StartSpecialProcedure', kind: 'hearing', expectedDays: 20, reason: 'r' },
  by,
  minute(30),
];

describe('RemoveSigner 减签', () => {
  const story = joint().and(add('with', 'joint#1.1', dee, ann, minute(1)));
  const granting = joint({ rule: 'one' }, { duty: 'decision' }).and(
    add('after', 'joint#1.1', dee, ann, minute(1)),
    approve('joint#1.1', ann, minute(2)),
  );
  ladder([
    {
      lacking: 'no such task',
      story,
      by: ann,
      command: remove('joint#3.4'),
      refused: ['task-unknown'],
    },
    {
      lacking: 'a member by the flow',
      story,
      by: administrator,
      command: remove('joint#1.2'),
      refused: ['signer-not-added'],
    },
    {
      lacking: 'somebody else added them',
      story,
      by: bob,
      command: remove(),
      refused: ['not-your-task'],
    },
    {
      lacking: 'nor may they leave',
      story,
      by: dee,
      command: remove(),
      refused: ['not-your-task'],
    },
    {
      lacking: 'they have signed',
      story: story.and(approve('joint#1.4', dee, minute(2))),
      by: ann,
      command: remove(),
      refused: ['task-already-closed'],
    },
    {
      lacking: 'nothing is decided during a hearing, by a removal neither',
      story: granting.and(hearing(dee)),
      by: ann,
      command: remove('joint#1.2'),
      refused: ['special-procedure-running'],
    },
    {
      lacking: 'reasons for the refusal that it would amount to',
      story: joint({ rule: 'vote', share: 0.5, isStrict: true }, { onReject: deny }).and(
        [adding('with', 'joint#1.1', dee, 3), ann, minute(1)],
        [{ type: 'AbstainTask', taskId: 'joint#1.1', opinion: '' }, ann, minute(2)],
        [{ type: 'AbstainTask', taskId: 'joint#1.2', opinion: '' }, bob, minute(3)],
      ),
      by: ann,
      command: remove(),
      refused: ['denial-without-reason'],
    },
    {
      lacking: 'a reason',
      story,
      by: ann,
      command: { ...remove(), reason: '' },
      refused: ['reason-required'],
    },
  ]);

  test('by who added them, by an administrator, by a deputy of who added them', () => {
    for (const by of [ann, administrator, standingInFor(eve, ann)]) {
      const removed = story.when(remove(), by, minute(2)).thenDone();
      expect(removed.state.marking.tasks['joint#1.4']).toMatchObject({
        status: 'closed',
        cause: 'removed',
      });
    }
  });

  test('whoever was added before or after them goes with them; who signs with them stays', () => {
    const more = story.and(add('before', 'joint#1.4', eve, dee, minute(2)), [
      adding('with', 'joint#1.5', staff('Fay', [])),
      eve,
      minute(3),
    ]);
    more
      .when(remove(), ann, minute(4))
      .thenEvents('TaskClosed joint#1.5 removed', 'TaskClosed joint#1.4 removed');
  });

  test('before: the adder goes on at once', () => {
    joint()
      .and(add('before', 'joint#1.1', dee, ann, minute(1)))
      .when(remove(), ann, minute(2))
      .thenEvents('TaskClosed joint#1.4 removed', 'TaskOpened joint#1.1');
  });

  test('the round is counted anew: what is left may complete it', () => {
    joint(hearAll)
      .and(
        add('with', 'joint#1.1', dee, ann, minute(1)),
        approve('joint#1.1', ann, minute(2)),
        approve('joint#1.2', bob, minute(3)),
        approve('joint#1.3', cid, minute(4)),
      )
      .when(remove(), ann, minute(5))
      .thenEvents(
        'TaskClosed joint#1.4 removed',
        'StepCompleted joint#1 approved',
        'StepOpened leader#1.1',
      );
  });

  test('a grant that a removal completes has the reasons of who approved', () => {
    const granted = granting.when(remove('joint#1.2'), ann, minute(3)).thenDone();
    expect(granted.state.decision).toMatchObject({ outcome: 'granted', reason: 'agreed' });
  });

  test('a vote whose denominator shrinks may be carried at once', () => {
    joint({ rule: 'vote', share: 0.5, isStrict: true })
      .and(
        [adding('with', 'joint#1.1', dee, 3), ann, minute(1)],
        approve('joint#1.1', ann, minute(2)),
        approve('joint#1.2', bob, minute(3)),
      )
      .when(remove(), ann, minute(4))
      .thenEvents(
        'TaskClosed joint#1.4 removed',
        'TaskClosed joint#1.3 skipped-by-rule',
        'StepCompleted joint#1 approved',
        'StepOpened leader#1.1',
      );
  });

  test('the opinion that the removed one asked for is closed with them', () => {
    story
      .and([
        {
          type: 'RequestOpinion',
          taskId: 'joint#1.4',
          person: { personId: 'z', name: 'Z' },
          question: '?',
        },
        dee,
        minute(2),
      ])
      .when(remove(), ann, minute(3))
      .thenEvents(
        'TaskClosed joint#1.5 removed',
        'TaskClosed joint#1.4 removed',
        'ClockStopped opinion:joint#1.5',
      );
  });

  test('the button is offered to who added, with the added one’s task', () => {
    const offered = allowedActs(story.state, contextOf(story.item, ann, minute(2)));
    const found = offered.filter(({ act }) => act === 'RemoveSigner');
    expect(found).toEqual([{ act: 'RemoveSigner', taskId: 'joint#1.4', stepId: 'joint' }]);
  });
});
