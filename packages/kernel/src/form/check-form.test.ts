import { describe, expect, test } from 'vitest';
import { plainDate } from '../time/index.ts';
import {
  checkForm,
  isAsked,
  isDue,
  isSealed,
  type FieldProblemCode,
  type FieldSchema,
  type FormData,
  type FormDefinition,
  type FormValue,
} from './index.ts';

const today = plainDate('2026-03-02');
const text = (more: Partial<FieldSchema> = {}): FieldSchema => ({
  type: 'string',
  title: 'T',
  ...more,
});

function formOf(properties: Readonly<Record<string, FieldSchema>>, ...required: string[]) {
  const form: FormDefinition = {
    sections: [{ id: 's', title: 'S', fields: Object.keys(properties) }],
    schema: { type: 'object', properties, required },
  };
  return form;
}

const check = (form: FormDefinition, data: FormData, isPartial = false) =>
  checkForm(form, data, { today, isPartial });

const one: [why: string, schema: FieldSchema, value: FormValue, code: FieldProblemCode | ''][] = [
  ['a number for a text', text(), 5, 'field-not-a-text'],
  ['a text for a number', { type: 'number', title: 'N' }, '5', 'field-not-a-number'],
  ['not a number', { type: 'number', title: 'N' }, NaN, 'field-not-a-number'],
  ['endless', { type: 'number', title: 'N' }, Infinity, 'field-not-a-number'],
  ['half of an integer', { type: 'integer', title: 'I' }, 1.5, 'field-not-an-integer'],
  ['a text for a yes', { type: 'boolean', title: 'B' }, 'true', 'field-not-a-yes-or-no'],
  ['not in the list', text({ enum: ['a', 'b'] }), 'c', 'field-not-in-list'],
  ['in the list', text({ enum: ['a', 'b'] }), 'b', ''],
  ['too short, by characters', text({ minLength: 2 }), '𠮷', 'field-too-short'],
  ['long enough', text({ minLength: 2 }), '𠮷𠮷', ''],
  ['too long, by characters', text({ maxLength: 1 }), '𠮷𠮷', 'field-too-long'],
  ['too long where nothing is said', text(), 'x'.repeat(2001), 'field-too-long'],
  ['too small', { type: 'number', title: 'N', minimum: 1 }, 0.5, 'field-too-small'],
  ['too big', { type: 'number', title: 'N', maximum: 1 }, 1.5, 'field-too-big'],
  ['the bound itself', { type: 'number', title: 'N', minimum: 1, maximum: 1 }, 1, ''],
  ['another pattern', text({ pattern: '^[A-Z]+$' }), 'abc', 'field-wrong-pattern'],
  ['30 February', text({ format: 'date' }), '2026-02-30', 'field-not-a-date'],
  ['a date', text({ format: 'date' }), '2026-02-28', ''],
  [
    'a wrong check digit',
    text({ format: 'citizen-id' }),
    '11010519491231002A',
    'field-not-a-citizen-id',
  ],
  ['an id number', text({ format: 'citizen-id' }), '11010519491231002X', ''],
  [
    'no credit code',
    text({ format: 'credit-code' }),
    '91350100M000100Y44',
    'field-not-a-credit-code',
  ],
  ['a credit code', text({ format: 'credit-code' }), '91350100M000100Y43', ''],
  ['no mobile', text({ format: 'mobile' }), '12345', 'field-not-a-mobile'],
  ['a mobile', text({ format: 'mobile' }), '13800138000', ''],
  ['several lines', text({ format: 'multiline' }), 'a\nb', ''],
];

describe('one field', () => {
  test.each(one)('%s', (_why, schema, value, code) => {
    const problems = check(formOf({ f: schema }), { f: value });
    expect(problems.map((problem) => problem.code)).toEqual(code === '' ? [] : [code]);
  });

  test('the problem says what would be right', () => {
    const form = formOf({
      f: { type: 'number', title: 'N', maximum: 7 },
      g: text({ pattern: '^x$', 'x-pattern-hint': 'an x' }),
    });
    expect(check(form, { f: 8, g: 'y' })).toEqual([
      { field: 'f', code: 'field-too-big', params: { maximum: 7 } },
      { field: 'g', code: 'field-wrong-pattern', params: { hint: 'an x' } },
    ]);
  });

  test('every code is found somewhere here', () => {
    const codes: Readonly<Record<FieldProblemCode, true>> = {
      'field-unknown': true,
      'field-required': true,
      'field-not-a-text': true,
      'field-not-a-number': true,
      'field-not-an-integer': true,
      'field-not-a-yes-or-no': true,
      'field-not-in-list': true,
      'field-too-short': true,
      'field-too-long': true,
      'field-too-small': true,
      'field-too-big': true,
      'field-wrong-pattern': true,
      'field-not-a-date': true,
      'field-not-a-citizen-id': true,
      'field-not-a-credit-code': true,
      'field-not-a-mobile': true,
    };
    const found = new Set(one.map(([, , , code]) => code).filter((code) => code !== ''));
    expect([...found, 'field-unknown', 'field-required'].sort()).toEqual(Object.keys(codes).sort());
  });
});

describe('the form as a whole', () => {
  const form = formOf({ a: text(), b: text(), c: text() }, 'a', 'c');

  test.each([[''], [' \t'], [null]])('%j is no answer to what is required', (a) => {
    expect(check(form, { a, c: 'x' })).toEqual([{ field: 'a', code: 'field-required' }]);
    expect(check(form, { a, c: 'x' }, true)).toEqual([]);
  });

  test('problems come in the order of the form, whatever the order of the answers', () => {
    const data = { c: 1, unknown: 'x', b: 2, a: 3 };
    expect(check(form, data).map(({ field }) => field)).toEqual(['unknown', 'a', 'b', 'c']);
  });

  test.each(['constructor', '__proto__', 'toString', 'd'])('%s is not a field', (field) => {
    const data = JSON.parse(`{"a":"x","c":"x","${field}":"x"}`) as FormData;
    expect(check(form, data)).toEqual([{ field, code: 'field-unknown' }]);
  });

  test('what is not asked is neither required nor checked', () => {
    const asked = formOf(
      {
        kind: text(),
        size: { type: 'number', title: 'N', 'x-when': { field: 'kind', equals: 'house' } },
      },
      'kind',
      'size',
    );
    expect(check(asked, { kind: 'shed', size: 'big' })).toEqual([]);
    expect(check(asked, { kind: 'house' })).toEqual([{ field: 'size', code: 'field-required' }]);
    const { size } = asked.schema.properties;
    expect(size && isAsked(size, { kind: 'house' })).toBe(true);
  });
});

describe('a question that several answers make due', () => {
  const anyOf = [
    { field: 'food', equals: true },
    { field: 'fire', equals: true },
  ];

  test('is asked as soon as one of them is given', () => {
    expect(isDue({ anyOf }, { fire: true })).toBe(true);
    expect(isDue({ anyOf }, { food: false, fire: null })).toBe(false);
    expect(isDue({ field: 'food', equals: true }, { food: true })).toBe(true);
  });
});

describe('sealed values', () => {
  test('what the server sealed was checked before; the prefix alone opens no other field', () => {
    const form = formOf({
      id: text({ format: 'citizen-id', 'x-sensitive': true }),
      mobile: text({ format: 'mobile' }),
      remark: text(),
    });
    expect(isSealed('sealed:x')).toBe(true);
    const problems = check(form, { id: 'sealed:x', mobile: 'sealed:x', remark: 'sealed:x' });
    expect(problems.map(({ field, code }) => [field, code])).toEqual([
      ['mobile', 'field-wrong-pattern'],
      ['remark', 'field-wrong-pattern'],
    ]);
  });
});
