import { describe, expect, it } from 'vitest';
import { expectCommand } from '../../examples/expect-command.examples.ts';
import { examples } from './examples.ts';
import { problemsOf, toCommand, toForm } from './form-values.ts';

describe('marking a letter as sensitive', () => {
  it('offers the other of what it is, with a reason', () => {
    expect(toForm(examples.plain).isSensitive).toBe(true);
    expect(toForm(examples.sensitive).isSensitive).toBe(false);
    expect(Object.keys(problemsOf(toForm(examples.plain)))).toEqual(['reason']);
    expectCommand(toCommand({ isSensitive: true, reason: ' 涉及群体 ' }), {
      type: 'MarkSensitive',
      isSensitive: true,
      reason: '涉及群体',
    });
  });
});
