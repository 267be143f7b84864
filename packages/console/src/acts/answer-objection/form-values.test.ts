import { describe, expect, it } from 'vitest';
import { expectCommand } from '../../examples/expect-command.examples.ts';
import { examples } from './examples.ts';
import { problemsOf, toCommand, toForm } from './form-values.ts';

describe('answering an objection', () => {
  const unit = { orgId: 'yunxi/zfj', name: '执法局' };

  it('needs a reason, and another unit where it is consented to', () => {
    expect(Object.keys(problemsOf(toForm()))).toEqual(['reason']);
    const upheld = { ...toForm(), isUpheld: true, reason: '职责确在执法局' };
    expect(Object.keys(problemsOf(upheld))).toEqual(['unit']);
  });

  it('refers it elsewhere only where it is consented to', () => {
    const values = { ...toForm(), reason: '职责确在执法局' };
    const referral = { ...values.referral, unit };
    expectCommand(toCommand({ ...values, referral }, examples.subject), {
      type: 'AnswerObjection',
      taskId: 'intake#1.1',
      isUpheld: false,
      reason: '职责确在执法局',
    });
    expectCommand(toCommand({ ...values, referral, isUpheld: true }, examples.subject), {
      type: 'AnswerObjection',
      taskId: 'intake#1.1',
      isUpheld: true,
      reason: '职责确在执法局',
      referral: { toOrg: 'yunxi/zfj', manner: 'transfer', note: '' },
    });
  });
});
