import { describe, expect, it } from 'vitest';
import { expectCommand } from '../../examples/expect-command.examples.ts';
import { noBasis } from '../basis-values.ts';
import { examples } from './examples.ts';
import { revokeDecision, terminateCase, voidCase } from './index.ts';

const { subject } = examples;
const typed = {
  reason: ' 隐瞒情况 ',
  basisChoice: 'other',
  basisLaw: '行政许可法',
  basisArticle: '第六十九条',
};
const basis = { law: '行政许可法', article: '第六十九条' };

describe('ending a case by law', () => {
  it('always gives the reason; a revocation names the law as well', () => {
    const empty = { reason: ' ', ...noBasis };
    expect(Object.keys(terminateCase.problemsOf(empty, subject))).toEqual(['reason']);
    expect(Object.keys(voidCase.problemsOf(empty, subject))).toEqual(['reason']);
    expect(Object.keys(revokeDecision.problemsOf(empty, subject))).toEqual(['reason', 'basis']);
    expect(revokeDecision.problemsOf(typed, subject)).toEqual({});
  });

  it('sends the law where one is named', () => {
    const without = { reason: '重复', ...noBasis };
    expectCommand(terminateCase.toCommand(without, subject), {
      type: 'TerminateCase',
      reason: '重复',
    });
    expectCommand(voidCase.toCommand(without, subject), { type: 'VoidCase', reason: '重复' });
    for (const act of [terminateCase, voidCase, revokeDecision]) {
      expectCommand(act.toCommand(typed, subject), { type: act.type, reason: '隐瞒情况', basis });
    }
  });
});
