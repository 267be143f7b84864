import { describe, expect, test } from 'vitest';
import type { CommandOf } from '../index.ts';
import { basis, counter, leader, on, permit, reviewer, wang } from '../testing/case.examples.ts';
import { ladder } from '../testing/ladder.examples.ts';
import {
  acceptedCase,
  given,
  monday,
  received,
  tuesday,
} from '../testing/specification.examples.ts';

const refusal: CommandOf<'RefuseAcceptance'> = {
  type: 'RefuseAcceptance',
  taskId: 'intake#1.1',
  ground: 'not-competent',
  reason: 'the city decides',
  basis,
};

describe('RefuseAcceptance 不予受理', () => {
  const story = given(permit, received);
  const asked = story.and([
    {
      type: 'RequestCorrection',
      taskId: 'intake#1.1',
      items: [{ materialId: 'plan', verdict: 'wrong', problem: 'p' }],
    },
    counter,
    tuesday,
  ]);
  const notCorrected = { ...refusal, ground: 'not-corrected' as const };
  ladder([
    { lacking: 'not staff', story, by: wang, command: refusal, refused: ['not-your-task'] },
    { lacking: 'another post', story, by: leader, command: refusal, refused: ['not-your-task'] },
    {
      lacking: 'the step is not the intake',
      story: acceptedCase(),
      by: reviewer,
      command: { ...refusal, taskId: 'review#1.1' },
      refused: ['wrong-duty'],
    },
    {
      lacking: 'the applicant still has time to correct: the last day is not over',
      story: asked,
      by: counter,
      command: notCorrected,
      at: on('2026-03-17', '23:59'),
      refused: ['wrong-phase'],
    },
    {
      lacking: 'after that day there is one ground only',
      story: asked,
      by: counter,
      command: refusal,
      at: on('2026-03-18'),
      refused: ['wrong-phase'],
    },
    {
      lacking: 'a reason',
      story,
      by: counter,
      command: { ...refusal, reason: ' ' },
      refused: ['reason-required'],
    },
    {
      lacking: 'the article',
      story,
      by: counter,
      command: { ...refusal, basis: { law: 'L', article: '' } },
      refused: ['legal-basis-required'],
    },
  ]);

  test('the case ends with its document; nothing is left open', () => {
    const after = story
      .when(refusal, counter, monday)
      .thenEvents(
        'TaskClosed intake#1.1 case-ended',
        'FlowEnded rejected cancels intake,main',
        'AcceptanceRefused',
        'DocumentOrdered d2 acceptance-refused',
        'ClockStopped correction#1',
      );
    expect(after.state).toMatchObject({
      phase: 'acceptance-refused',
      outcome: 'acceptance-refused',
    });
    after.when(refusal, counter, monday).thenRefused('task-already-closed');
  });

  test('corrections that do not come in time end in a refusal, not in a case without end', () => {
    asked.when(notCorrected, counter, on('2026-03-18')).thenDone();
  });
});
