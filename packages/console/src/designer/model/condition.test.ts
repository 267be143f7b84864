import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  comparisonsOf,
  needsValue,
  readCondition,
  writeCondition,
  type Condition,
  type ConditionField,
} from './condition.ts';

const fields: readonly ConditionField[] = [
  { name: 'amount', title: '金额', kind: 'number', unit: '元' },
  { name: 'kind', title: '类型', kind: 'choice', options: [{ value: 'sick', title: '病假' }] },
  { name: 'reason', title: '事由', kind: 'text' },
  { name: 'isUrgent', title: '是否紧急', kind: 'yes-no' },
  { name: 'startOn', title: '开始日期', kind: 'date' },
  { name: 'parts.fire', title: '消防', kind: 'choice' },
];

describe('a condition in rows', () => {
  it.each([
    ['amount > 5000'],
    ['amount >= 0.5 and isUrgent = true'],
    ['kind = "sick" or kind = "a \\"quoted\\" one"'],
    ['kind in ("sick", "annual, and more")'],
    ['date(startOn) >= date("2027-01-05")'],
    ['reason != null and parts.fire = "granted"'],
    ['reason = "this and that or more"'],
  ])('%s is read and written back as it was', (feel) => {
    const read = readCondition(feel, fields);
    expect(read && writeCondition(read, fields)).toBe(feel);
  });

  it.each([
    [''],
    ['amount'],
    ['amount > 5 and (isUrgent = true or kind = "sick")'],
    ['amount > 5 and isUrgent = true or kind = "sick"'],
    ['amount > limit'],
    ['unknown > 5'],
    ['amount * 2 > 5'],
    ['startOn > "2027-01-05"'],
    ['isUrgent > true'],
    ['not(isUrgent = true)'],
  ])('%j stays as it was written: rows cannot say it', (feel) => {
    expect(readCondition(feel, fields)).toBeUndefined();
  });

  it.each<[Condition]>([
    [{ join: 'and', rows: [] }],
    [{ join: 'and', rows: [{ field: 'amount', comparison: 'above', values: [''] }] }],
    [{ join: 'and', rows: [{ field: 'amount', comparison: 'above', values: ['many'] }] }],
    [{ join: 'and', rows: [{ field: 'gone', comparison: 'is', values: ['1'] }] }],
    [{ join: 'and', rows: [{ field: 'kind', comparison: 'one-of', values: [] }] }],
  ])('unfinished, has no FEEL: %j', (condition) => {
    expect(writeCondition(condition, fields)).toBe('');
  });
});

it('whatever rows say is read back as the same rows', () => {
  const row = fc.constantFrom(...fields).chain((field) =>
    fc.constantFrom(...comparisonsOf(field)).chain((comparison) => {
      const value = {
        number: fc.integer().map(String),
        text: fc.string({ minLength: 1 }).filter((text) => text.trim() !== ''),
        choice: fc.constantFrom('sick', '年假', 'a, "b" and c'),
        'yes-no': fc.constantFrom('true', 'false'),
        date: fc.constantFrom('2027-01-05', '2026-11-22'),
      }[field.kind];
      const count = comparison === 'one-of' ? { minLength: 1 } : { minLength: 1, maxLength: 1 };
      const values = needsValue(comparison)
        ? fc.array(value, count)
        : fc.constant<readonly string[]>([]);
      return values.map((given) => ({ field: field.name, comparison, values: given }));
    }),
  );
  const condition = fc.record({
    join: fc.constantFrom<Condition['join']>('and', 'or'),
    rows: fc.array(row, { minLength: 1, maxLength: 4 }),
  });
  fc.assert(
    fc.property(condition, (said) => {
      const join = said.rows.length === 1 ? 'and' : said.join;
      expect(readCondition(writeCondition(said, fields), fields)).toEqual({ ...said, join });
    }),
    { seed: 20_261_122, numRuns: 500 },
  );
});
