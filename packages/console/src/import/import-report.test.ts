import { expect, it } from 'vitest';
import { importable, sortProblems } from './import-report.ts';

const problem = (row: number, column: string | undefined, code: string) => ({
  row,
  code,
  text: code,
  severity: 'error' as const,
  ...(column === undefined ? {} : { column }),
});

const report = { isApplied: false, rows: 14, added: 2, changed: 3, unchanged: 9 };

it('an import writes what is new and changed, and nothing while a row has an error', () => {
  expect(importable({ ...report, problems: [] })).toBe(5);
  const warning = { ...problem(2, 'name', 'w'), severity: 'warning' as const };
  expect(importable({ ...report, problems: [warning] })).toBe(5);
  expect(importable({ ...report, problems: [warning, problem(3, 'name', 'e')] })).toBe(0);
});

it('problems are read down the sheet: by row, the row as a whole first', () => {
  const sorted = sortProblems([
    problem(9, 'name', 'c'),
    problem(2, 'name', 'b'),
    problem(2, undefined, 'a'),
  ]);
  expect(sorted.map(({ code }) => code)).toEqual(['a', 'b', 'c']);
});
