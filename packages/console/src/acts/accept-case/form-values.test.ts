import { describe, expect, it } from 'vitest';
import { expectCommand } from '../../examples/expect-command.examples.ts';
import { examples } from './examples.ts';
import { problemsOf, toCommand, toForm } from './form-values.ts';

describe('accepting a case', () => {
  it('waits for every required material to be marked complete, not for the optional one', () => {
    expect(problemsOf(toForm(), examples.unchecked)['checks']?.params).toEqual({ n: 3 });
    expect(problemsOf(toForm(), examples.complete)).toEqual({});
    const { ['wall-materials']: optional, ...required } = examples.complete.checks;
    expect(optional).toBeDefined();
    expect(problemsOf(toForm(), { ...examples.complete, checks: required })).toEqual({});
  });

  it('sends the task and the opinion without its edges', () => {
    const command = toCommand({ opinion: ' 材料齐全 ', deferred: {} }, examples.complete);
    expectCommand(command, { type: 'AcceptCase', taskId: 'intake#1.1', opinion: '材料齐全' });
  });
});
