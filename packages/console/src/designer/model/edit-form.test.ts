import fc from 'fast-check';
import type { FormDefinition } from '@yichuang/kernel/form';
import { describe, expect, it } from 'vitest';
import {
  addField,
  choiceOf,
  FIELD_CHOICES,
  mergeSection,
  moveField,
  removeField,
  setRequired,
  shiftField,
  splitSection,
} from './edit-form.ts';

const words = {
  title: '新的一项',
  options: ['甲', '乙'],
  moneyUnit: '元',
  sectionTitle: '申请内容',
};
const none: ReadonlySet<string> = new Set();
const leave: FormDefinition = {
  sections: [
    { id: 'what', title: '请假', fields: ['kind', 'startOn', 'endOn'] },
    { id: 'why', title: '事由', fields: ['reason'] },
  ],
  schema: {
    type: 'object',
    properties: {
      kind: { type: 'string', title: '类型', enum: ['sick'], 'x-enum-titles': { sick: '病假' } },
      startOn: { type: 'string', title: '开始', format: 'date' },
      endOn: { type: 'string', title: '结束', format: 'date' },
      reason: { type: 'string', title: '事由', format: 'multiline' },
    },
    required: ['kind', 'startOn'],
  },
};
const order = (form: FormDefinition) => form.sections.map(({ fields }) => fields.join(' '));

describe('a form', () => {
  it('begins with its first field, in a section', () => {
    const { form, field } = addField(undefined, 'money', words, undefined, none);
    expect(field).toBe('amount1');
    expect(form.sections).toEqual([{ id: 'section1', title: '申请内容', fields: ['amount1'] }]);
    expect(removeField(form, field)).toBeUndefined();
  });

  it.each(FIELD_CHOICES)('shows a new field of kind %s as what it was added as', (choice) => {
    const { form, field } = addField(leave, choice, words, undefined, none);
    const schema = form.schema.properties[field];
    expect(schema && choiceOf(schema)).toBe(choice);
  });

  it('never gives a key that once meant another field', () => {
    expect(addField(leave, 'text', words, undefined, new Set(['text1'])).field).toBe('text2');
  });

  it('moves a field by keys through its section and into the next', () => {
    expect(order(shiftField(leave, 'startOn', -1))).toEqual(['startOn kind endOn', 'reason']);
    expect(order(shiftField(leave, 'endOn', 1))).toEqual(['kind startOn', 'endOn reason']);
    expect(order(shiftField(leave, 'kind', -1))).toEqual(order(leave));
  });

  it('loses a section with its last field', () => {
    expect(order(shiftField(leave, 'reason', -1))).toEqual(['kind startOn endOn reason']);
  });

  it('forgets that a field was required when it goes', () => {
    const form = removeField(leave, 'kind');
    expect(form?.schema.required).toEqual(['startOn']);
    expect(setRequired(leave, 'kind', true).schema.required).toEqual(['startOn', 'kind']);
  });

  it('splits and merges sections without losing a field', () => {
    const split = splitSection(leave, 'endOn', '时间');
    expect(order(split)).toEqual(['kind startOn', 'endOn', 'reason']);
    expect(order(mergeSection(split, 'section1'))).toEqual(order(leave));
    expect(order(mergeSection(leave, 'what'))).toEqual(['kind startOn endOn reason']);
  });
});

it('stays a form whatever is done: each field in one section, none empty, required known', () => {
  const edit = fc.tuple(fc.nat(6), fc.nat(30), fc.nat(30));
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 40 }), (edits) => {
      let form: FormDefinition | undefined = leave;
      for (const [what, which, where] of edits) {
        if (form === undefined) break;
        const fields: string[] = form.sections.flatMap((section) => section.fields);
        const field = fields[which % fields.length] ?? '';
        const section = form.sections[where % form.sections.length];
        if (section === undefined) break;
        const sectionId = section.id;
        const at = which % (section.fields.length + 1);
        const choice = FIELD_CHOICES[which % FIELD_CHOICES.length] ?? 'text';
        if (what === 0) form = addField(form, choice, words, { sectionId, at }, none).form;
        if (what === 1) form = removeField(form, field);
        else if (what === 2) form = moveField(form, field, { sectionId, at });
        else if (what === 3) form = shiftField(form, field, which % 2 === 0 ? 1 : -1);
        else if (what === 4) form = splitSection(form, field, '新的一段');
        else if (what === 5) form = mergeSection(form, sectionId);
        else if (what === 6) form = setRequired(form, field, where % 2 === 0);
        if (form === undefined) break;
        const placed = form.sections.flatMap((each) => each.fields);
        const known = Object.keys(form.schema.properties);
        expect(placed.toSorted()).toEqual(known.toSorted());
        expect(form.sections.every((each) => each.fields.length > 0)).toBe(true);
        expect(form.schema.required.filter((each) => !known.includes(each))).toEqual([]);
        expect(new Set(form.sections.map(({ id }) => id)).size).toBe(form.sections.length);
      }
    }),
    { seed: 20_261_122, numRuns: 300 },
  );
});
