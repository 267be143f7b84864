import { describe, expect, it } from 'vitest';
import { expectCommand } from '../../examples/expect-command.examples.ts';
import { assistance } from '../../examples/letter.examples.ts';
import { examples } from './examples.ts';
import { fromProcedure, groundsOf, problemsOf, toCommand, toForm } from './form-values.ts';

const { subject, values, typedBasis } = examples;

describe('refusing acceptance', () => {
  it('needs a reason and a legal basis', () => {
    expect(Object.keys(problemsOf(toForm(subject), subject))).toEqual(['reason', 'basis']);
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

  it('leads the sender of a letter to the procedure that it belongs to, with its law', () => {
    const { letter } = examples;
    const [elsewhere] = assistance.elsewhere;
    if (elsewhere === undefined) throw new Error('the example has another procedure');
    const led = { ...toForm(letter), ...fromProcedure(elsewhere), reason: '已有合同纠纷' };
    expect(problemsOf(led, letter)).toEqual({});
    expectCommand(toCommand(led, letter), {
      type: 'RefuseAcceptance',
      taskId: 'intake#1.1',
      ground: 'other-procedure',
      reason: '已有合同纠纷',
      basis: { law: '信访工作条例', article: '第三十一条第一项' },
      goTo: '向云溪县人民法院起诉',
    });
  });

  it('has grounds of its own for a letter', () => {
    expect(groundsOf(subject)).toContain('not-corrected');
    expect(groundsOf(examples.letter)).toContain('same-facts');
    expect(groundsOf(examples.letter)).not.toContain('not-corrected');
  });
});
