import { describe, expect, test } from 'vitest';
import type { WatchRuleFile } from '../catalogue/index.ts';
import { isAsStrict } from './stricter.ts';

const law: WatchRuleFile = {
  id: 'JC-S5a',
  name: '补正告知超期',
  kind: 'timeliness',
  light: 'yellow',
  each: 'correction',
  when: 'it.daysAfter > p.days',
  says: '{case.number}',
  basis: [{ law: '行政许可法', article: '第三十二条' }],
  isByLaw: true,
  scope: { lifecycles: ['licence'] },
  tell: ['head'],
  order: { feedbackDays: 5, demand: '请说明。' },
  parameters: { days: { value: 5, name: '天数', why: '五日', stricter: 'lower' } },
};
const { scope: _scope, ...everywhere } = law;
const { order: _order, ...undemanded } = law;
const { tell: _tell, ...untold } = law;
const days = law.parameters?.['days'] ?? { value: 5, name: '', why: '' };

describe('a rule of law', () => {
  test.each<[string, WatchRuleFile]>([
    ['other words', { ...law, name: '超期', says: '{case.number} 太晚' }],
    ['a red light', { ...law, light: 'red' }],
    ['more who are told', { ...law, tell: ['handler', 'head', 'supervision'] }],
    ['a shorter time to answer', { ...law, order: { feedbackDays: 3, demand: '请说明。' } }],
    ['a stricter threshold', { ...law, parameters: { days: { ...days, value: 4 } } }],
  ])('may have %s', (_what, draft) => {
    expect(isAsStrict(draft, law)).toBe(true);
  });

  test.each<[string, WatchRuleFile, WatchRuleFile]>([
    ['some items', { ...law, scope: { ...law.scope, items: ['a'] } }, law],
    ['some organisations', { ...law, scope: { ...law.scope, orgs: ['yunxi/zjj'] } }, law],
    ['a kind of case', law, everywhere],
    ['items that no case is of', { ...law, scope: { lifecycles: ['letter'] } }, law],
    ['a yellow light', law, { ...law, light: 'red' }],
    ['nobody told', untold, law],
    ['somebody else told', { ...law, tell: ['handler'] }, law],
    ['no order', undemanded, law],
    ['a longer time to answer', { ...law, order: { feedbackDays: 60, demand: '无' } }, law],
    ['another condition', { ...law, when: 'it.daysAfter > p.days and false' }, law],
    ['another subject', { ...law, each: 'case' }, law],
    ['a milder threshold', { ...law, parameters: { days: { ...days, value: 6 } } }, law],
    ['a threshold taken away', { ...law, parameters: {} }, law],
    [
      'a threshold turned round',
      { ...law, parameters: { days: { ...days, stricter: 'higher' } } },
      law,
    ],
    ['its law denied', { ...law, isByLaw: false }, law],
  ])('is made milder by %s', (_what, draft, inForce) => {
    expect(isAsStrict(draft, inForce)).toBe(false);
  });
});
