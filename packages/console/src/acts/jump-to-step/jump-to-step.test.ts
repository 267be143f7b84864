import { describe, expect, it } from 'vitest';
import { expectCommand } from '../../examples/expect-command.examples.ts';
import { examples } from './examples.ts';
import { jumpToStep } from './index.ts';

describe('a jump', () => {
  it('asks where to and why: nothing is chosen beforehand', () => {
    const { subject } = examples;
    expect(jumpToStep.problemsOf({ toStep: '', reason: ' ' }, subject)).toEqual({
      toStep: { key: 'act.JumpToStep.targetMissing' },
      reason: { key: 'act.reasonMissing' },
    });
    const command = jumpToStep.toCommand({ toStep: 'review', reason: ' 走错了 ' }, subject);
    expectCommand(command, { type: 'JumpToStep', toStep: 'review', reason: '走错了' });
  });
});
