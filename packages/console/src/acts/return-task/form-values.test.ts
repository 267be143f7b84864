import { describe, expect, it } from 'vitest';
import { expectCommand } from '../../examples/expect-command.examples.ts';
import { handledLetter, letterAt, letterSubject } from '../../examples/letter.examples.ts';
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

  it('sends an answer that says nothing back to be written again, with what was found', () => {
    const targets = ['register', 'handle', 'head'].map((stepId) => ({
      stepId,
      name: stepId,
      straightBack: false,
    }));
    const flagged = letterSubject(letterAt('decision', handledLetter), {
      act: 'ReturnTask',
      targets,
    });
    expect(toForm(flagged)).toMatchObject({ toStep: 'handle', reason: '让来信人去问别的单位' });
  });
});
