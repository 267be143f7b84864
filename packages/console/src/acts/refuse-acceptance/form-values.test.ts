import { describe, expect, it } from 'vitest';
import { expectCommand } from '../../examples/expect-command.examples.ts';
import { examples } from './examples.ts';
import { problemsOf, toCommand, toForm } from './form-values.ts';

const { subject, values, typedBasis } = examples;

describe('refusing acceptance', () => {
  it('needs a reason and a legal basis', () => {
    expect(Object.keys(problemsOf(toForm(), subject))).toEqual(['reason', 'basis']);
    expect(problemsOf(values, subject)).toEqual({});
  });

  it('takes the article that was chosen from the item', () => {
    expectCommand(toCommand(values, subject), {
      type: 'RefuseAcceptance',
      taskId: 'intake#1.1',
      ground: 'not-competent',
      reason: '应当向市住房和城乡建设局申请',
      basis: { law: '中华人民共和国建筑法', article: '第七条', text: '应当申请领取施工许可证。' },
    });
  });

  it('takes a typed basis only with law and article', () => {
    expect(problemsOf({ ...typedBasis, basisArticle: ' ' }, subject)['basis']).toBeDefined();
    expect(toCommand(typedBasis, subject).basis).toEqual({
      law: '行政许可法',
      article: '第三十二条',
    });
  });
});
