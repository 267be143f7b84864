import { describe, expect, it } from 'vitest';
import { expectCommand } from '../../examples/expect-command.examples.ts';
import { examples } from './examples.ts';
import { problemsOf, toCommand, toForm } from './form-values.ts';

const { subject, values } = examples;

describe('returning', () => {
  it('proposes the nearest earlier step and the full way', () => {
    expect(toForm(subject)).toEqual({ toStep: 'countersign', then: 'walk-again', reason: '' });
  });

  it('needs a target and a reason', () => {
    const problems = problemsOf({ toStep: '', then: 'walk-again', reason: ' ' });
    expect(Object.keys(problems)).toEqual(['toStep', 'reason']);
    expect(problemsOf(values)).toEqual({});
  });

  it('goes straight back where that is possible', () => {
    expectCommand(toCommand(values, subject), {
      type: 'ReturnTask',
      taskId: 'review#1.1',
      toStep: 'countersign',
      then: 'straight-back',
      reason: '会签意见不明确',
    });
  });

  it('walks again when the target was changed to one without a straight way', () => {
    expect(toCommand({ ...values, toStep: 'intake' }, subject).then).toBe('walk-again');
  });
});
