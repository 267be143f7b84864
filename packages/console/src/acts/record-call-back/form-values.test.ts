import { describe, expect, it } from 'vitest';
import { expectCommand } from '../../examples/expect-command.examples.ts';
import { problemsOf, toCommand, toForm } from './form-values.ts';

describe('recording a call-back', () => {
  it('counts nobody as satisfied who did not say so', () => {
    expect(Object.keys(problemsOf(toForm()))).toEqual(['isSatisfied', 'note']);
  });

  it('says how the sender was asked, and what they said', () => {
    expectCommand(toCommand({ manner: 'visit', isSatisfied: false, note: ' 还没修 ' }), {
      type: 'RecordCallBack',
      manner: 'visit',
      isSatisfied: false,
      note: '还没修',
    });
  });
});
