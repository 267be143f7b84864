import { expect, it } from 'vitest';
import type { FormDefinition } from '../form/index.ts';
import { counter, filed, filing, permit, wang } from './testing/case.examples.ts';
import { given, monday, tuesday, wednesday } from './testing/specification.examples.ts';

const form: FormDefinition = {
  sections: [{ id: 's', title: 'Site', fields: ['name', 'area', 'yard', 'whole'] }],
  schema: {
    type: 'object',
    properties: {
      name: { type: 'string', title: 'Name' },
      area: { type: 'number', title: 'House' },
      yard: { type: 'number', title: 'Yard' },
      whole: { type: 'number', title: 'All', 'x-computed': { by: 'sum', of: ['area', 'yard'] } },
    },
    required: ['name', 'area', 'whole'],
  },
};
const item = { ...permit, form };
const received = given(item, [
  { ...filing, form: { name: 'Shed', area: 50, yard: 70, whole: 1 } },
  wang,
  monday,
]);

it('a computed field is filed as it is worked out, not as it was typed', () => {
  expect(received.state.form).toEqual({ name: 'Shed', area: 50, yard: 70, whole: 120 });
});

it('a correction of one source works it out again from all of them', () => {
  const corrected = received.and(
    [
      {
        type: 'RequestCorrection',
        taskId: 'intake#1.1',
        items: [{ materialId: 'plan', verdict: 'wrong', problem: 'unreadable' }],
      },
      counter,
      tuesday,
    ],
    [{ type: 'SubmitCorrection', materials: [filed('plan')], form: { yard: 30 } }, wang, wednesday],
  );
  expect(corrected.state.form).toMatchObject({ area: 50, yard: 30, whole: 80 });
});
