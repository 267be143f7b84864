import { describe, expect, it } from 'vitest';
import { expectCommand } from '../../examples/expect-command.examples.ts';
import { examples } from './examples.ts';
import { problemsOf, toCommand, toForm } from './form-values.ts';

const { review, decision, values } = examples;

describe('rejecting', () => {
  it('needs a reason everywhere, and the law only where it refuses the licence', () => {
    expect(Object.keys(problemsOf(toForm(), review))).toEqual(['opinion']);
    expect(Object.keys(problemsOf(toForm(), decision))).toEqual(['opinion', 'basis']);
    expect(problemsOf(values, decision)).toEqual({});
  });

  it('sends the chosen article', () => {
    expectCommand(toCommand(values, decision), {
      type: 'RejectTask',
      taskId: 'decision#1.1',
      opinion: '不符合规划条件',
      basis: [{ law: '建筑工程施工许可管理办法', article: '第四条' }],
    });
  });

  it('sends no basis where none was chosen', () => {
    expect(toCommand({ ...values, basisChoice: '' }, review)).not.toHaveProperty('basis');
  });
});
