import type { FieldSchema, FormDefinition } from '@yichuang/kernel/form';
import { describe, expect, it } from 'vitest';
import { checkItemForm } from './check-item-form.ts';

const field = (schema: Partial<FieldSchema>): FieldSchema => ({
  type: 'string',
  title: '字段',
  ...schema,
});

function form(properties: FormDefinition['schema']['properties']): FormDefinition {
  return {
    sections: [{ id: 'all', title: '全部', fields: Object.keys(properties) }],
    schema: { type: 'object', properties, required: [] },
  };
}

function problemsOf(given: FormDefinition): string[] {
  const found: string[] = [];
  checkItemForm(given, (pointer, code) => found.push(`${code} ${pointer}`));
  return found;
}

const at = '/form/schema/properties';

describe('a form', () => {
  const kind = field({ enum: ['a', 'b'], 'x-enum-titles': { a: '甲', b: '乙' } });

  it('without a problem has none', () => {
    const when = { field: 'kind', equals: 'a' };
    expect(problemsOf(form({ kind, other: field({ 'x-when': when }) }))).toEqual([]);
  });

  it.each<[string, FormDefinition, string[]]>([
    [
      'asks nothing that cannot be answered: numbers',
      form({ n: field({ type: 'number', minimum: 9, maximum: 3 }) }),
      [`range-empty ${at}/n/minimum`],
    ],
    [
      'asks nothing that cannot be answered: texts',
      form({ t: field({ minLength: 9, maxLength: 3 }) }),
      [`range-empty ${at}/t/minLength`],
    ],
    [
      'names no option that is not there',
      form({ kind: { ...kind, enum: ['a'] } }),
      [`title-of-no-option ${at}/kind/x-enum-titles/b`],
    ],
    [
      'asks no question that never comes',
      form({ kind, other: field({ 'x-when': { field: 'kind', equals: 'c' } }) }),
      [`value-not-an-option ${at}/other/x-when`],
    ],
    [
      'hangs no question on a field that vanished',
      form({ other: field({ 'x-when': { anyOf: [{ field: 'kind', equals: 'a' }] } }) }),
      [`unknown-form-field ${at}/other/x-when`],
    ],
    [
      'has patterns that are some',
      form({ t: field({ pattern: '(' }) }),
      [`bad-pattern ${at}/t/pattern`],
    ],
    [
      'has each field in one section',
      {
        ...form({ a: field({}), b: field({}) }),
        sections: [
          { id: 'one', title: '一', fields: ['a', 'gone'] },
          { id: 'two', title: '二', fields: ['a'] },
        ],
      },
      [
        'unknown-form-field /form/sections/0/fields/1',
        'field-in-two-sections /form/sections/1/fields/0',
        `field-in-no-section ${at}/b`,
      ],
    ],
  ])('%s', (_, given, expected) => {
    expect(problemsOf(given)).toEqual(expected);
  });
});
