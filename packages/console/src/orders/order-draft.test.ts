import { describe, expect, it } from 'vitest';
import { orderProblems, toDraft, toOrder } from './order-draft.ts';

const start = {
  units: [{ id: 'yunxi/zjj', name: '住建局' }],
  cases: [],
  draft: {
    unit: 'yunxi/zjj',
    source: 'warning' as const,
    subject: '施工许可超期',
    content: '已超期三日。',
    demand: '立即办结。',
    feedbackDays: 5,
  },
};
const name = (key: string): string => key;

describe('a new order', () => {
  it('says what is missing of what the case has not filled in', () => {
    expect(orderProblems(toDraft(start), name)).toEqual({
      basis: { key: 'orders.missing', params: { title: 'orders.basis' } },
    });
  });

  it.each(['', '0', '31', '2.5', 'x'])('takes no limit of “%s” days', (days) => {
    const problems = orderProblems({ ...toDraft(start), basis: '工作规则', days }, name);
    expect(problems).toEqual({ days: { key: 'orders.daysWrong' } });
  });

  it('is sent with what it is about, and without what was left empty', () => {
    const about = { caseIds: ['c'], hitIds: [], ruleId: 'JC-1', ruleVersion: 2 };
    const draft = { ...toDraft(start), basis: ' 工作规则 ', notes: '  ' };
    expect(toOrder(draft, about)).toEqual({
      ...start.draft,
      basis: '工作规则',
      ...about,
    });
  });
});
