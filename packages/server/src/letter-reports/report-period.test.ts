import { plainDate } from '@yichuang/kernel/time';
import { expect, test } from 'vitest';
import { lastWeekOf, quarterOf, wholeMonths } from './report-period.ts';

test('the last week ends on the Sunday before the week that runs', () => {
  for (const today of ['2026-11-23', '2026-11-26', '2026-11-29']) {
    expect(lastWeekOf(plainDate(today))).toEqual({ from: '2026-11-16', until: '2026-11-22' });
  }
});

test('a quarter has three months', () => {
  expect(quarterOf('2026-Q1')).toEqual({ from: '2026-01-01', until: '2026-03-31' });
  expect(quarterOf('2026-Q4')).toEqual({ from: '2026-10-01', until: '2026-12-31' });
});

test('the public is shown whole months', () => {
  const asked = { from: plainDate('2028-02-05'), until: plainDate('2028-02-05') };
  expect(wholeMonths(asked)).toEqual({ from: '2028-02-01', until: '2028-02-29' });
});
