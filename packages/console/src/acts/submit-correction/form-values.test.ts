import { describe, expect, it } from 'vitest';
import { expectCommand } from '../../examples/expect-command.examples.ts';
import { examples } from './examples.ts';
import { askedFor, problemsOf, toCommand, toForm } from './form-values.ts';

const { subject, page } = examples;

describe('handing in corrections at the counter', () => {
  it('asks for what the notice asked for', () => {
    expect(askedFor(subject).map(({ materialId }) => materialId)).toEqual(['safety-plan']);
    expect(Object.keys(problemsOf(toForm(subject)))).toEqual(['materials']);
  });

  it('sends pages by content and name only', () => {
    const values = { materials: { 'safety-plan': { pages: [page], isOnPaper: false } } };
    expect(problemsOf(values)).toEqual({});
    expectCommand(toCommand(values), {
      type: 'SubmitCorrection',
      materials: [
        {
          materialId: 'safety-plan',
          pages: [{ sha256: page.sha256, name: page.name }],
          isOnPaper: false,
        },
      ],
      form: {},
    });
  });
});
