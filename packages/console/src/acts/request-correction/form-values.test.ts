import { describe, expect, it } from 'vitest';
import { expectCommand } from '../../examples/expect-command.examples.ts';
import { examples } from './examples.ts';
import { problemsOf, toCommand } from './form-values.ts';

describe('asking for corrections', () => {
  it('needs something that is missing or wrong', () => {
    expect(problemsOf({}, examples.untouched)['items']?.key).toBe('act.RequestCorrection.none');
  });

  it('names the material of which nobody said what is wrong', () => {
    expect(problemsOf({}, examples.wordless)['items']).toEqual({
      key: 'act.RequestCorrection.wordless',
      params: { name: '安全施工措施资料' },
    });
  });

  it('asks for what is faulty and for nothing else', () => {
    expect(problemsOf({}, examples.oneWrong)).toEqual({});
    expectCommand(toCommand({}, examples.oneWrong), {
      type: 'RequestCorrection',
      taskId: 'intake#1.1',
      items: [
        {
          materialId: 'safety-plan',
          verdict: 'wrong',
          problem: '没有盖章',
          instruction: '请盖章后重新上传',
        },
      ],
    });
  });
});
