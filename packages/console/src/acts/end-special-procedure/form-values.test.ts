import { describe, expect, it } from 'vitest';
import { expectCommand } from '../../examples/expect-command.examples.ts';
import { examples } from './examples.ts';
import { problemsOf, toCommand, toForm } from './form-values.ts';

describe('ending a special procedure', () => {
  it('names the running one and needs its result', () => {
    const values = toForm(examples.subject);
    expect(values.procedureId).toBe('p1');
    expect(Object.keys(problemsOf(values))).toEqual(['result']);
  });

  it('sends the result', () => {
    expectCommand(toCommand({ procedureId: 'p1', result: '合格' }), {
      type: 'EndSpecialProcedure',
      procedureId: 'p1',
      result: '合格',
    });
  });
});
