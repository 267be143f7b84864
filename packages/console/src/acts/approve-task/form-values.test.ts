import { describe, expect, it } from 'vitest';
import { expectCommand } from '../../examples/expect-command.examples.ts';
import { translator } from '../../texts/locale.ts';
import { examples } from './examples.ts';
import { problemsOf, toCommand, toForm } from './form-values.ts';
import { approveTask } from './index.ts';

describe('approving', () => {
  it('begins with an opinion, so that one tap is enough', () => {
    const values = toForm(examples.review, translator('zh-CN'));
    expectCommand(toCommand(values, examples.review), {
      type: 'ApproveTask',
      taskId: 'review#1.1',
      opinion: '同意。',
    });
  });

  it('says that a decision is made where one is made', () => {
    expect(approveTask.lead(examples.review)).toBe('act.ApproveTask.lead');
    expect(approveTask.lead(examples.decision)).toBe('act.ApproveTask.leadDecision');
  });

  it('asks for words where the answer to a letter is flagged, and begins with none', () => {
    const values = toForm(examples.flagged, translator('zh-CN'));
    expect(values.opinion).toBe('');
    expect(Object.keys(problemsOf(values, examples.flagged))).toEqual(['opinion']);
    expect(problemsOf({ opinion: '已电话核实' }, examples.flagged)).toEqual({});
    expect(problemsOf({ opinion: '' }, examples.decision)).toEqual({});
    expect(approveTask.lead(examples.flagged)).toBe('act.ApproveTask.leadAnswer');
  });
});
