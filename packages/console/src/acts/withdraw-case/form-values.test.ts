import { describe, expect, it } from 'vitest';
import { expectCommand } from '../../examples/expect-command.examples.ts';
import { problemsOf, toCommand, toForm } from './form-values.ts';

describe('withdrawing for the applicant', () => {
  it('needs the applicant’s reason', () => {
    expect(Object.keys(problemsOf(toForm()))).toEqual(['reason']);
    expectCommand(toCommand({ reason: '改期开工' }), { type: 'WithdrawCase', reason: '改期开工' });
  });
});
