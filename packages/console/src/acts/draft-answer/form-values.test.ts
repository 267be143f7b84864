import { describe, expect, it } from 'vitest';
import { expectCommand } from '../../examples/expect-command.examples.ts';
import { translator } from '../../texts/locale.ts';
import { examples } from './examples.ts';
import { allBasis, problemsOf, toCommand, toForm } from './form-values.ts';

const t = translator('zh-CN');
const { petition, plain, returned } = examples;
const officer = { officerName: '李杰', officerPhone: '0999-12345670' };

describe('writing an answer', () => {
  it('asks for result, name and telephone', () => {
    expect(Object.keys(problemsOf(toForm(plain, t), plain))).toEqual([
      'result',
      'officerName',
      'officerPhone',
    ]);
  });

  it('asks a petition for a decision, and for facts and law where it is decided', () => {
    const values = { ...toForm(petition, t), ...officer, result: '月底修好' };
    expect(Object.keys(problemsOf(values, petition))).toEqual(['outcome']);
    const decided = { ...values, outcome: 'supported' as const };
    expect(Object.keys(problemsOf(decided, petition))).toEqual(['facts', 'basis']);
    expect(problemsOf({ ...values, outcome: 'mediated' }, petition)).toEqual({});
  });

  it('counts a typed law once it has its article', () => {
    const values = { ...toForm(petition, t), law: '城市照明管理规定' };
    expect(allBasis(values)).toEqual([]);
    expect(allBasis({ ...values, article: ' 第二十一条 ' })).toEqual([
      { law: '城市照明管理规定', article: '第二十一条' },
    ]);
  });

  it('sends what was filled in, and no empty parts', () => {
    const values = { ...toForm(plain, t), ...officer, thanks: ' 您好 ', result: ' 已修好 ' };
    expectCommand(toCommand(values, plain), {
      type: 'DraftAnswer',
      taskId: 'task#1.1',
      answer: { thanks: '您好', result: '已修好', ...officer },
    });
  });

  it('begins with the draft that was sent back', () => {
    const values = toForm(returned, t);
    expect(values.result).toBe('请咨询城管部门。');
    expect(values.officerName).toBe('李杰');
    expect(toForm(plain, t).thanks).not.toBe('');
  });
});
