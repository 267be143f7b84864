import { describe, expect, it } from 'vitest';
import { expectCommand } from '../../examples/expect-command.examples.ts';
import { examples } from './examples.ts';
import { problemsOf, toCommand } from './form-values.ts';

describe('saving the checks', () => {
  it('has nothing to save while the screen says what the server knows', () => {
    expect(problemsOf({}, examples.untouched)['items']?.key).toBe('act.CheckMaterials.none');
  });

  it('sends every verdict that is new, in the order of the list', () => {
    expect(problemsOf({}, examples.complete)).toEqual({});
    expectCommand(toCommand({}, examples.complete), {
      type: 'CheckMaterials',
      taskId: 'intake#1.1',
      checks: [
        { materialId: 'application', verdict: 'complete' },
        { materialId: 'safety-plan', verdict: 'complete' },
        { materialId: 'drawings', verdict: 'complete' },
        { materialId: 'wall-materials', verdict: 'complete' },
      ],
      paperReceived: [],
    });
  });
});
