import { describe, expect, it } from 'vitest';
import { expectCommand } from '../../examples/expect-command.examples.ts';
import { examples } from './examples.ts';
import { problemsOf, toCommand, toForm } from './form-values.ts';

describe('recording an investigation', () => {
  const { subject } = examples;

  it('needs a day and what was found', () => {
    expect(Object.keys(problemsOf({ ...toForm(subject), heldOn: '' }))).toEqual(['heldOn', 'text']);
  });

  it('sends day, place, people and findings', () => {
    const values = { heldOn: '2026-11-20', place: ' 青石路 ', people: '李杰', text: ' 灯不亮 ' };
    expect(problemsOf(values)).toEqual({});
    expectCommand(toCommand(values, subject), {
      type: 'RecordInvestigation',
      taskId: 'task#1.1',
      heldOn: '2026-11-20',
      place: '青石路',
      people: '李杰',
      text: '灯不亮',
    });
  });

  it('begins at the day of the last thing that happened', () => {
    expect(toForm(subject).heldOn).toBe('2026-11-20');
  });
});
