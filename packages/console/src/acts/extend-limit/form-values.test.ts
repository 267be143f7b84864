import { describe, expect, it } from 'vitest';
import { expectCommand } from '../../examples/expect-command.examples.ts';
import { problemsOf, toCommand, toForm } from './form-values.ts';

describe('extending the limit', () => {
  it('needs days and the reason that the applicant is told', () => {
    expect(Object.keys(problemsOf(toForm()))).toEqual(['days', 'reason']);
  });

  it('sends working days as a number', () => {
    expectCommand(toCommand({ days: ' 10 ', reason: '案情复杂' }), {
      type: 'ExtendLimit',
      days: 10,
      reason: '案情复杂',
    });
  });
});
