import { describe, expect, it } from 'vitest';
import { expectCommand } from '../../examples/expect-command.examples.ts';
import { examples } from './examples.ts';
import { problemsOf, toCommand, toForm } from './form-values.ts';

describe('recording an agreement', () => {
  const { subject } = examples;

  it('needs a day and what was agreed', () => {
    expect(Object.keys(problemsOf({ ...toForm(subject), heldOn: '' }))).toEqual(['heldOn', 'text']);
  });

  it('says whether it was mediated or settled', () => {
    const values = { ...toForm(subject), kind: 'settlement' as const, text: ' 月底修好 ' };
    expectCommand(toCommand(values, subject), {
      type: 'RecordMediation',
      taskId: 'task#1.1',
      kind: 'settlement',
      heldOn: '2026-11-20',
      text: '月底修好',
    });
  });
});
