import { describe, expect, it } from 'vitest';
import { expectCommand } from '../../examples/expect-command.examples.ts';
import { problemsOf, toCommand, toForm } from './form-values.ts';

describe('supervising a letter', () => {
  it('names the ground and what is demanded; a day only if there is one', () => {
    expect(Object.keys(problemsOf(toForm()))).toEqual(['ground', 'demand']);
    const values = { ground: ' 拖延 ', demand: ' 三日内答复 ', dueOn: '' };
    const sent = { type: 'SuperviseCase', ground: '拖延', demand: '三日内答复' } as const;
    expectCommand(toCommand(values), sent);
    expectCommand(toCommand({ ...values, dueOn: '2026-11-25' }), { ...sent, dueOn: '2026-11-25' });
  });
});
