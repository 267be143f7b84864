import { describe, expect, test } from 'vitest';
import type { CommandOf, MaterialCheck } from '../index.ts';
import { counter, leader, permit, reviewer, robot, wang } from '../testing/case.examples.ts';
import { ladder } from '../testing/ladder.examples.ts';
import {
  acceptedCase,
  given,
  monday,
  received,
  type Act,
} from '../testing/specification.examples.ts';

const check = (...checks: readonly MaterialCheck[]): CommandOf<'CheckMaterials'> => ({
  type: 'CheckMaterials',
  taskId: 'intake#1.1',
  checks,
  paperReceived: [],
});
const complete = check({ materialId: 'plan', verdict: 'complete' });
const asked: Act = [
  {
    type: 'RequestCorrection',
    taskId: 'intake#1.1',
    items: [{ materialId: 'plan', verdict: 'wrong', problem: 'unreadable' }],
  },
  counter,
  monday,
];

describe('CheckMaterials 核验材料', () => {
  const story = given(permit, received);
  ladder([
    { lacking: 'not staff', story, by: wang, command: complete, refused: ['not-your-task'] },
    { lacking: 'the system', story, by: robot, command: complete, refused: ['not-your-task'] },
    {
      lacking: 'no such task',
      story,
      by: counter,
      command: { ...complete, taskId: 'intake#9.1' },
      refused: ['task-unknown'],
    },
    { lacking: 'another post', story, by: leader, command: complete, refused: ['not-your-task'] },
    {
      lacking: 'the task is closed',
      story: acceptedCase(),
      by: counter,
      command: complete,
      refused: ['task-already-closed'],
    },
    {
      lacking: 'the step is not the intake',
      story: acceptedCase(),
      by: reviewer,
      command: { ...complete, taskId: 'review#1.1' },
      refused: ['wrong-duty'],
    },
    {
      lacking: 'the applicant is at work on corrections',
      story: story.and(asked),
      by: counter,
      command: complete,
      refused: ['wrong-phase'],
    },
    {
      lacking: 'the item knows neither checked nor received material',
      story,
      by: counter,
      command: {
        ...check({ materialId: 'passport', verdict: 'complete' }),
        paperReceived: ['atlas'],
      },
      refused: ['material-unknown', 'material-unknown'],
    },
    {
      lacking: 'what is wrong with it',
      story,
      by: counter,
      command: check({ materialId: 'plan', verdict: 'wrong', problem: ' ' }),
      refused: ['correction-without-instruction'],
    },
  ]);

  test('verdicts and paper are recorded; a later verdict replaces the earlier one', () => {
    const wrong = check({ materialId: 'plan', verdict: 'wrong', problem: 'p', instruction: 'i' });
    const first = story.when(wrong, counter, monday).thenEvents('MaterialsChecked');
    expect(first.state.materials['plan']).toMatchObject({ verdict: 'wrong', problem: 'p' });
    const second = first
      .when({ ...complete, paperReceived: ['deed'] }, counter, monday)
      .thenEvents('MaterialsChecked', 'PaperReceived');
    expect(second.state.materials['plan']?.verdict).toBe('complete');
    expect(second.state.materials['plan']).not.toHaveProperty('problem');
    expect(second.state.materials['deed']?.isPaperReceived).toBe(true);
  });

  test('an optional material that was never filed can be noted as missing', () => {
    const missing = check({ materialId: 'photo', verdict: 'missing', problem: 'none' });
    const after = story.when(missing, counter, monday).thenDone();
    expect(after.state.materials['photo']).toMatchObject({ filings: 0, verdict: 'missing' });
  });
});
