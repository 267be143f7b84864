import { describe, expect, it } from 'vitest';
import { expectCommand } from '../../examples/expect-command.examples.ts';
import { examples } from './examples.ts';
import { openOrders, problemsOf, toCommand, toForm } from './form-values.ts';

describe('answering a supervision', () => {
  const { subject } = examples;

  it('is about the order that nobody has answered', () => {
    expect(openOrders(subject).map(({ supervisionId }) => supervisionId)).toEqual(['s1']);
    expect(Object.keys(problemsOf(toForm(subject)))).toEqual(['text']);
    expectCommand(toCommand({ ...toForm(subject), text: ' 已修复 ' }), {
      type: 'AnswerSupervision',
      supervisionId: 's1',
      text: '已修复',
    });
  });
});
