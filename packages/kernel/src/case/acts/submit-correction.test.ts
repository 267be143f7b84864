import { describe, expect, test } from 'vitest';
import type { CommandOf, FiledMaterial } from '../index.ts';
import {
  counter,
  filed,
  on,
  outsider,
  permit,
  robot,
  stranger,
  wang,
} from '../testing/case.examples.ts';
import { ladder } from '../testing/ladder.examples.ts';
import { withPolicies } from '../testing/moving.examples.ts';
import {
  given,
  received,
  tuesday,
  wednesday,
  type Act,
} from '../testing/specification.examples.ts';

const submit = (
  materials: readonly FiledMaterial[],
  form: CommandOf<'SubmitCorrection'>['form'] = {},
): CommandOf<'SubmitCorrection'> => ({ type: 'SubmitCorrection', materials, form });
const asked: Act = [
  {
    type: 'RequestCorrection',
    taskId: 'intake#1.1',
    items: [{ materialId: 'plan', verdict: 'wrong', problem: 'unreadable' }],
  },
  counter,
  tuesday,
];
const nothing: FiledMaterial = { materialId: 'plan', pages: [], isOnPaper: false };

describe('SubmitCorrection 补正', () => {
  const story = given(permit, received, asked);
  const good = submit([filed('plan')]);
  ladder([
    { lacking: 'a stranger', story, by: stranger, command: good, refused: ['not-your-case'] },
    { lacking: 'no right to file', story, by: outsider, command: good, refused: ['not-your-case'] },
    { lacking: 'the system', story, by: robot, command: good, refused: ['not-your-case'] },
    {
      lacking: 'nobody asked',
      story: given(permit, received),
      by: wang,
      command: good,
      refused: ['wrong-phase'],
    },
    {
      lacking: 'what was asked for',
      story,
      by: wang,
      command: submit([filed('deed')]),
      refused: ['correction-still-missing'],
    },
    {
      lacking: 'what was asked for: the last of two filings of it counts, and is empty',
      story,
      by: wang,
      command: submit([filed('plan'), nothing]),
      refused: ['correction-still-missing'],
    },
    {
      lacking: 'a material that the changed answer asks for',
      story,
      by: wang,
      command: submit([filed('plan')], { isLarge: true }),
      refused: ['material-missing'],
    },
    {
      lacking: 'an answer that may not be emptied',
      story,
      by: wang,
      command: submit([filed('plan')], { name: '  ' }),
      refused: ['form-incomplete'],
    },
    {
      lacking: 'the upload rule',
      story,
      by: wang,
      command: submit([filed('plan', 3)]),
      refused: ['files-too-many'],
    },
  ]);

  test('the rest of the filing stays; the office owes an answer again within five days', () => {
    const after = story
      .when(submit([filed('plan')], { area: 60 }), wang, wednesday)
      .thenEvents(
        'CorrectionReceived on 2026-03-04',
        'ClockStarted correction#2 from 2026-03-04 due 2026-03-11',
      );
    expect(after.state).toMatchObject({
      phase: 'received',
      receivedOn: '2026-03-02',
      filedOn: '2026-03-04',
      form: { name: 'Shed', area: 60 },
      materials: { plan: { filings: 2 }, deed: { filings: 1 } },
    });
    expect(after.state.materials['plan']).not.toHaveProperty('verdict');
  });

  test('what the platform worked out is not set by who corrects', () => {
    const { form } = permit;
    if (form === undefined) throw new Error('the permit has a form');
    const isLarge = { type: 'boolean', title: 'Large', readOnly: true } as const;
    const properties = { ...form.schema.properties, isLarge };
    const item = { ...permit, form: { ...form, schema: { ...form.schema, properties } } };
    given(item, received, asked)
      .when(submit([filed('plan')], { isLarge: true }), wang, wednesday)
      .thenRefused('field-not-writable', 'material-missing');
  });

  test('silence over the corrected filing also means acceptance, as of that day', () => {
    const corrected = story.and([good, wang, wednesday]);
    const after = corrected.when({ type: 'ApplyLapses' }, robot, on('2026-03-12')).thenDone();
    expect(after.state).toMatchObject({ acceptedOn: '2026-03-04', isDeemedAccepted: true });
  });

  test('the clerk’s own clock stands still meanwhile, and begins anew in the same round', () => {
    const limited = withPolicies(permit, 'intake', {}, { amount: 1, unit: 'WD' });
    const waiting = given(limited, received, asked);
    const stoppedAt = waiting.state.clocks['step:intake#1']?.stoppedAt;
    expect(stoppedAt).toBeDefined();
    const corrected = waiting.and([good, wang, wednesday]);
    expect(corrected.state.clocks['step:intake#1.2']).toMatchObject({
      kind: 'step',
      from: '2026-03-04',
      result: { dueOn: '2026-03-05' },
    });
    expect(corrected.state.clocks['step:intake#1']?.stoppedAt).toBe(stoppedAt);
    const again = corrected.and(asked, [good, wang, wednesday]);
    expect(again.state.clocks['step:intake#1.3']).not.toHaveProperty('stoppedAt');
    expect(again.state.clocks['step:intake#1.2']).toHaveProperty('stoppedAt');
  });

  test('the counter hands in for the applicant, on paper', () => {
    story.when(submit([{ ...nothing, isOnPaper: true }]), counter, wednesday).thenDone();
  });
});
