import { describe, expect, test } from 'vitest';
import type { FlowNode } from '../../flow/index.ts';
import type { CommandOf } from '../index.ts';
import {
  assess,
  bare,
  cashier,
  counter,
  flowAround,
  leader,
  outsider,
  payment,
  permit,
  reviewer,
  robot,
  split,
  step,
  stranger,
  wang,
} from '../testing/case.examples.ts';
import { ladder } from '../testing/ladder.examples.ts';
import {
  acceptedCase,
  approve,
  given,
  monday,
  received,
  tuesday,
} from '../testing/specification.examples.ts';

const withdraw: CommandOf<'WithdrawCase'> = { type: 'WithdrawCase', reason: 'sold the land' };
const note: FlowNode = {
  kind: 'automatic',
  id: 'note',
  name: 'note',
  does: { action: 'issue-document', template: 'note' },
};

describe('WithdrawCase 撤回', () => {
  const story = acceptedCase();
  const paid = acceptedCase({
    ...permit,
    flow: flowAround(assess, payment, step('review', 'review')),
  }).and([
    { type: 'RecordPayment', amountFen: 7500, method: 'cash', receiptNumber: 'R' },
    cashier,
    monday,
  ]);
  const numbered = acceptedCase(bare(flowAround(note))).and([
    { type: 'RecordDocument', documentId: 'd1', number: '1', sha256: 's', bytes: 1 },
    robot,
    monday,
  ]);
  ladder([
    { lacking: 'a stranger', story, by: stranger, command: withdraw, refused: ['not-your-case'] },
    { lacking: 'an officer', story, by: outsider, command: withdraw, refused: ['not-your-case'] },
    {
      lacking: 'withdrawn already',
      story: story.and([withdraw, wang, monday]),
      by: wang,
      command: withdraw,
      refused: ['case-has-ended'],
    },
    {
      lacking: 'decided already',
      story: story.and(approve('review#1.1', reviewer), approve('leader#1.1', leader)),
      by: wang,
      command: withdraw,
      refused: ['decided-already'],
    },
    {
      lacking: 'money was received',
      story: paid,
      by: wang,
      command: withdraw,
      refused: ['outside-effect-exists'],
    },
    {
      lacking: 'a document went out',
      story: numbered,
      by: wang,
      command: withdraw,
      refused: ['outside-effect-exists'],
    },
    {
      lacking: 'a reason',
      story,
      by: wang,
      command: { ...withdraw, reason: '' },
      refused: ['reason-required'],
    },
  ]);

  test('the letters of the procedure itself do not keep an applicant', () => {
    const letters = story.and(
      ...['d1', 'd2'].map(
        (documentId) =>
          [
            { type: 'RecordDocument', documentId, number: '1', sha256: 's', bytes: 1 },
            robot,
            monday,
          ] as const,
      ),
    );
    letters.when(withdraw, wang, tuesday).thenDone();
  });

  test('everything that is open ends: tasks, branches, clocks', () => {
    const flow = flowAround(split('parallel', 'p', step('a', 'review'), step('b', 'review'), note));
    const after = acceptedCase(bare(flow))
      .when(withdraw, counter, tuesday)
      .thenEvents(
        'TaskClosed a#1.1 case-ended',
        'TaskClosed b#1.1 case-ended',
        'FlowEnded rejected cancels a,b,main,note,p',
        'CaseWithdrawn',
      );
    expect(after.state).toMatchObject({ phase: 'withdrawn', outcome: 'withdrawn' });
  });

  test('also before acceptance', () => {
    given(permit, received)
      .when(withdraw, wang, monday)
      .thenEvents(
        'TaskClosed intake#1.1 case-ended',
        'FlowEnded rejected cancels intake,main',
        'CaseWithdrawn',
        'ClockStopped correction#1',
      );
  });
});
