import { describe, expect, it } from 'vitest';
import { expectCommand } from '../../examples/expect-command.examples.ts';
import { examples } from './examples.ts';
import { problemsOf, toCommand, toForm } from './form-values.ts';

const { material } = examples;
const kept = { ...toForm(material), verdict: 'kept' as const };

describe('settling what is owed', () => {
  it('begins at the first debt and asks for a result', () => {
    expect(toForm(material).debtId).toBe('d1');
    expect(problemsOf(toForm(material), material)).toEqual({
      verdict: { key: 'act.SettleDebt.verdictMissing' },
    });
  });

  it('needs no words where all is in order, and words where it is wanting', () => {
    expect(problemsOf(kept, material)).toEqual({});
    const wanting = { ...kept, verdict: 'insufficient' as const };
    expect(Object.keys(problemsOf(wanting, material))).toEqual(['note']);
  });

  it('needs the law where a promise was not kept', () => {
    const broken = { ...kept, verdict: 'broken' as const, note: ' 与承诺不符 ' };
    expect(Object.keys(problemsOf(broken, material))).toEqual(['basis']);
    expectCommand(toCommand({ ...broken, basisChoice: '0' }, material), {
      type: 'SettleDebt',
      debtId: 'd1',
      verdict: 'broken',
      note: '与承诺不符',
      basis: { law: '中华人民共和国建筑法', article: '第七条', text: '应当申请领取施工许可证。' },
    });
  });

  it('sends no law with any other result, also where one was chosen before', () => {
    const changed = { ...kept, basisChoice: '0' };
    expectCommand(toCommand(changed, material), {
      type: 'SettleDebt',
      debtId: 'd1',
      verdict: 'kept',
      note: '',
    });
  });
});
