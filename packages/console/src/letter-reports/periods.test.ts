import { expect, it } from 'vitest';
import { addDays, lastMonths, lastQuarters, quarterSoFar, shifted, weekOf } from './periods.ts';

it('a week is Monday to Sunday, also of its Sunday and across a year', () => {
  expect(weekOf('2026-11-22')).toEqual({ from: '2026-11-16', until: '2026-11-22' });
  expect(weekOf('2026-11-23')).toEqual({ from: '2026-11-23', until: '2026-11-29' });
  expect(weekOf('2027-01-01')).toEqual({ from: '2026-12-28', until: '2027-01-03' });
});

it('a period moves by its own length', () => {
  const week = weekOf('2026-11-22');
  expect(shifted(week, -1)).toEqual({ from: '2026-11-09', until: '2026-11-15' });
  expect(shifted(shifted(week, -3), 3)).toEqual(week);
});

it('months and quarters are counted back across years', () => {
  expect(lastMonths('2026-02-10', 3)).toEqual(['2026-02', '2026-01', '2025-12']);
  expect(lastQuarters('2026-02-10', 3)).toEqual(['2026-Q1', '2025-Q4', '2025-Q3']);
  expect(quarterSoFar('2026-11-22')).toEqual({ from: '2026-10-01', until: '2026-11-22' });
  expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
});
