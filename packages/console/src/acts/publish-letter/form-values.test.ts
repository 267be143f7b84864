import { describe, expect, it } from 'vitest';
import { expectCommand } from '../../examples/expect-command.examples.ts';
import { assistance, handledLetter } from '../../examples/letter.examples.ts';
import { examples } from './examples.ts';
import {
  fromProposal,
  originalAnswers,
  problemsOf,
  toCommand,
  toForm,
  withWording,
} from './form-values.ts';

describe('publishing a letter', () => {
  const { answered, isPublic } = examples;
  const { masked } = assistance;
  if (masked === undefined) throw new Error('the example is masked');
  const proposed = { ...toForm(answered), ...fromProposal(masked) };

  it('never goes out before somebody has read the wording', () => {
    expect(Object.keys(problemsOf(toForm(answered)))).toEqual(['body', 'isRead']);
    expect(Object.keys(problemsOf(proposed))).toEqual(['isRead']);
    expect(problemsOf({ ...proposed, isRead: true })).toEqual({});
  });

  it('has to be read again once the wording is changed', () => {
    const read = { ...proposed, isRead: true };
    expect({ ...read, ...withWording({ title: '路灯' }) }.isRead).toBe(false);
  });

  it('sends the checked wording, the answers by round', () => {
    expectCommand(toCommand({ ...proposed, isRead: true }), {
      type: 'PublishLetter',
      title: '青石路路灯不亮',
      body: '青石路中段的路灯坏了半个月。',
      answers: { '1': '您好！' },
    });
  });

  it('begins with what is public already', () => {
    expect(toForm(isPublic).title).toBe('路灯不亮');
    expect(toForm(answered).title).toBe('');
  });

  it('lays every answer beside its proposal', () => {
    expect(originalAnswers(handledLetter).map(({ round }) => round)).toEqual(['1']);
    expect(originalAnswers(handledLetter)[0]?.text).toContain('三盏路灯');
  });
});
