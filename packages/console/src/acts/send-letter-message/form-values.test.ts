import { describe, expect, it } from 'vitest';
import { expectCommand } from '../../examples/expect-command.examples.ts';
import { problemsOf, toCommand, toForm } from './form-values.ts';

describe('a private message', () => {
  it('needs words, and goes to whom it is for', () => {
    expect(Object.keys(problemsOf(toForm()))).toEqual(['text']);
    expectCommand(toCommand({ to: 'handler', text: ' 请说明 ' }), {
      type: 'SendLetterMessage',
      to: 'handler',
      text: '请说明',
    });
  });
});
