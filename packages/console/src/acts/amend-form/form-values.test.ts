import { describe, expect, it } from 'vitest';
import { expectCommand } from '../../examples/expect-command.examples.ts';
import { examples } from './examples.ts';
import { problemsOf, toCommand, toForm } from './form-values.ts';

const { subject } = examples;
const typed = (change: Record<string, string>) => ({
  ...toForm(subject),
  texts: { ...toForm(subject).texts, ...change },
});

describe('amending the form', () => {
  it('offers only fields that the step may write and the item knows', () => {
    expect(Object.keys(toForm(subject).texts)).toEqual(['buildingArea', 'mobile']);
  });

  it('refuses to change nothing', () => {
    expect(problemsOf(toForm(subject), subject)['form']?.key).toBe('act.AmendForm.nothing');
  });

  it('leaves alone what it had no box for when it was opened', () => {
    const early = { ...toForm(subject), texts: {} };
    expect(toCommand(early, subject).patch).toEqual({});
    const typedLater = { ...early, texts: { mobile: '13900000000' } };
    expect(toCommand(typedLater, subject).patch).toEqual({ mobile: '13900000000' });
  });

  it('sends only what was changed: a sealed value is never sent back', () => {
    expectCommand(toCommand(typed({ buildingArea: '13,000.5' }), subject), {
      type: 'AmendForm',
      taskId: 'intake#1.1',
      patch: { buildingArea: 13_000.5 },
    });
  });

  it('hands in what the step may attach, also without another change', () => {
    const attaching = { ...subject, allowed: { ...subject.allowed, materials: ['evidence'] } };
    const empty = toForm(attaching);
    expect(empty.materials).toEqual({ evidence: { pages: [], isOnPaper: false } });
    expect(problemsOf(empty, attaching)['form']?.key).toBe('act.AmendForm.nothing');
    const page = { sha256: 'a'.repeat(64), name: '1.jpg', mediaType: 'image/jpeg', bytes: 1 };
    const given = { ...empty, materials: { evidence: { pages: [page], isOnPaper: false } } };
    expect(problemsOf(given, attaching)).toEqual({});
    const { materials = [] } = toCommand(given, attaching);
    expect(materials.map(({ materialId }) => materialId)).toEqual(['evidence']);
  });

  it('judges what was typed by the field', () => {
    expect(problemsOf(typed({ buildingArea: '0' }), subject)['buildingArea']?.key).toBe(
      'problem.field-too-small',
    );
    expect(problemsOf(typed({ buildingArea: 'many' }), subject)['buildingArea']?.key).toBe(
      'problem.field-not-a-number',
    );
    expect(problemsOf(typed({ mobile: '123' }), subject)['mobile']?.key).toBe(
      'problem.field-not-a-mobile',
    );
  });
});
