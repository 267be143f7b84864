import { describe, expect, it } from 'vitest';
import { expectCommand } from '../../examples/expect-command.examples.ts';
import { examples } from './examples.ts';
import { expectedDays, problemsOf, toCommand, toForm } from './form-values.ts';

describe('starting a special procedure', () => {
  it('chooses the only one, with its usual days', () => {
    expect(toForm(examples.one)).toEqual({ kind: 'inspection', days: '7', reason: '' });
    expect(toForm(examples.two)).toEqual({ kind: '', days: '', reason: '' });
    expect(expectedDays('hearing', examples.two)).toBe('');
  });

  it.each(['', '0', '367', '1.5', '-3', 'soon'])('refuses %j days', (days) => {
    expect(problemsOf({ kind: 'inspection', days, reason: '检测' })['days']).toBeDefined();
  });

  it('sends days as a number', () => {
    const values = { kind: 'inspection', days: '7', reason: ' 现场检测 ' };
    expect(problemsOf(values)).toEqual({});
    expectCommand(toCommand(values), {
      type: 'StartSpecialProcedure',
      kind: 'inspection',
      expectedDays: 7,
      reason: '现场检测',
    });
  });
});
