import { describe, expect, it } from 'vitest';
import { expectCommand } from '../../examples/expect-command.examples.ts';
import { examples } from './examples.ts';
import { owedMaterials, problemsOf, toCommand, toForm } from './form-values.ts';

const { subject } = examples;

describe('handing in what was accepted as missing', () => {
  it('asks for the materials that are still owed, and for no commitment', () => {
    expect(owedMaterials(subject).map(({ debtId }) => debtId)).toEqual(['d1']);
    expect(problemsOf(toForm(subject))).toHaveProperty('materials');
  });

  it('sends what was given', () => {
    const materials = { 'safety-plan': { pages: [], isOnPaper: true } };
    expectCommand(toCommand({ materials }), {
      type: 'SupplyMaterials',
      materials: [{ materialId: 'safety-plan', pages: [], isOnPaper: true }],
    });
  });
});
