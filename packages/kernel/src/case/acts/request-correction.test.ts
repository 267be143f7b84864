import { describe, expect, test } from 'vitest';
import type { CommandOf, MaterialCheck } from '../index.ts';
import { counter, filed, on, permit, reviewer, robot, wang } from '../testing/case.examples.ts';
import { ladder } from '../testing/ladder.examples.ts';
import {
  acceptedCase,
  given,
  received,
  tuesday,
  wednesday,
} from '../testing/specification.examples.ts';

const request = (...items: readonly MaterialCheck[]): CommandOf<'RequestCorrection'> => ({
  type: 'RequestCorrection',
  taskId: 'intake#1.1',
  items,
});
const plan = { materialId: 'plan', verdict: 'wrong', problem: 'unreadable' } as const;
const deed = { materialId: 'deed', verdict: 'missing', problem: 'page 2' } as const;

describe('RequestCorrection 一次性告知补正', () => {
  const story = given(permit, received);
  const asked = story.and([request(plan), counter, tuesday]);
  ladder([
    { lacking: 'not staff', story, by: wang, command: request(plan), refused: ['not-your-task'] },
    {
      lacking: 'another post',
      story,
      by: reviewer,
      command: request(plan),
      refused: ['not-your-task'],
    },
    {
      lacking: 'the step is not the intake',
      story: acceptedCase(),
      by: reviewer,
      command: { ...request(plan), taskId: 'review#1.1' },
      refused: ['wrong-duty'],
    },
    {
      lacking: 'asked already',
      story: asked,
      by: counter,
      command: request(deed),
      refused: ['wrong-phase'],
    },
    {
      lacking: 'nothing is wrong',
      story,
      by: counter,
      command: request({ materialId: 'plan', verdict: 'complete' }),
      refused: ['nothing-to-correct'],
    },
    {
      lacking: 'no such material, and no words for the other',
      story,
      by: counter,
      command: request({ ...plan, materialId: 'passport' }, { ...deed, problem: '' }),
      refused: ['material-unknown', 'correction-without-instruction'],
    },
  ]);

  test('asked in time: the office’s clock stops, the applicant is told until when', () => {
    const after = story
      .when(request(plan, { materialId: 'deed', verdict: 'complete' }), counter, tuesday)
      .thenEvents(
        'CorrectionRequested round 1 due 2026-03-17',
        'DocumentOrdered d2 correction',
        'ClockStopped correction#1',
      );
    expect(after.state).toMatchObject({
      phase: 'correction-pending',
      corrections: [{ round: 1, materialIds: ['plan'], dueOn: '2026-03-17' }],
    });
  });

  test('without a day of the item’s own the applicant is given none', () => {
    const { correctionDays: _days, ...item } = permit;
    const after = given(item, received).when(request(plan), counter, tuesday).thenDone();
    expect(after.state.corrections[0]).not.toHaveProperty('dueOn');
  });

  test('while the applicant is at work nothing lapses', () => {
    const later = asked.when({ type: 'ApplyLapses' }, robot, on('2026-04-30')).thenEvents();
    expect(later.state.phase).toBe('correction-pending');
  });

  test('a second notice for what was there to be seen is a hit for supervision (JC-N2)', () => {
    const again = asked.and([
      { type: 'SubmitCorrection', materials: [filed('plan')], form: {} },
      wang,
      wednesday,
    ]);
    again
      .when(request(plan, deed), counter, wednesday)
      .thenEvents(
        'SupervisionHit JC-N2 deed',
        'CorrectionRequested round 2 due 2026-03-18',
        'DocumentOrdered d3 correction',
        'ClockStopped correction#2',
      );
    again
      .when(request(plan), counter, wednesday)
      .thenEvents(
        'CorrectionRequested round 2 due 2026-03-18',
        'DocumentOrdered d3 correction',
        'ClockStopped correction#2',
      );
  });
});
