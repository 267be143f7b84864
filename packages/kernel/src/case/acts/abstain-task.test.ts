import { describe, test } from 'vitest';
import type { Agreement, OnReject } from '../../flow/index.ts';
import { plainDate } from '../../time/index.ts';
import type { CommandOf } from '../index.ts';
import { basis } from '../testing/case.examples.ts';
import { ladder } from '../testing/ladder.examples.ts';
import { add, ann, bob, cid, dee, joint, minute } from '../testing/people.examples.ts';
import { approve } from '../testing/specification.examples.ts';

const abstain = (taskId: string): CommandOf<'AbstainTask'> => ({
  type: 'AbstainTask',
  taskId,
  opinion: 'no view',
});
const vote = (share: number, isStrict = false): Agreement => ({ rule: 'vote', share, isStrict });
const deny: OnReject = { then: 'deny' };

describe('AbstainTask 弃权', () => {
  const story = joint(vote(0.5));
  ladder([
    {
      lacking: 'another post',
      story,
      by: dee,
      command: abstain('joint#1.1'),
      refused: ['not-your-task'],
    },
    {
      lacking: 'no vote is taken here',
      story: joint(),
      by: ann,
      command: abstain('joint#1.1'),
      refused: ['abstention-not-possible'],
    },
    {
      lacking: 'who signs before another one has no seat',
      story: story.and(add('before', 'joint#1.1', dee, ann)),
      by: dee,
      command: abstain('joint#1.4'),
      refused: ['abstention-not-possible'],
    },
    {
      lacking: 'reasons for the refusal that it would amount to',
      story: joint(vote(0.5, true), { onReject: deny }).and([abstain('joint#1.1'), ann, minute(1)]),
      by: bob,
      command: abstain('joint#1.2'),
      refused: ['denial-without-reason'],
    },
  ]);

  test('the denominator stays: one of three is no half, two of three are', () => {
    story
      .and([abstain('joint#1.1'), ann, minute(1)], approve('joint#1.2', bob, minute(2)))
      .when(approve('joint#1.3', cid)[0], cid, minute(3))
      .thenEvents(
        'TaskDecided joint#1.3 approved',
        'StepCompleted joint#1 approved',
        'StepOpened leader#1.1',
      );
  });

  test('when the threshold can no longer be reached, the step is over', () => {
    story
      .and([abstain('joint#1.1'), ann, minute(1)])
      .when(abstain('joint#1.2'), bob, minute(2))
      .thenEvents(
        'TaskDecided joint#1.2 abstained',
        'TaskClosed joint#1.3 skipped-by-rule',
        'StepCompleted joint#1 rejected',
        'StepOpened leader#1.1',
      );
  });

  test('with a reject among them, the refusal has its reasons', () => {
    joint(vote(0.5, true), { duty: 'decision', onReject: deny })
      .and([abstain('joint#1.1'), ann, minute(1)])
      .when(
        { type: 'RejectTask', taskId: 'joint#1.2', opinion: 'too high', basis: [basis] },
        bob,
        minute(2),
      )
      .thenEvent({
        type: 'DecisionMade',
        outcome: 'denied',
        decidedOn: plainDate('2026-03-03'),
        reason: 'too high',
        basis: [basis],
      });
  });
});
