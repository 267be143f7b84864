import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  addMs,
  civilDate,
  compareDates,
  compareInstants,
  daysBetween,
  endOfDay,
  instant,
  instantFromMs,
  instantMs,
  isInstant,
  isPlainDate,
  plainDate,
  startOfDay,
  weekday,
} from './index.ts';

describe('plain dates', () => {
  test.each(['2026-02-30', '2025-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-1-1'])(
    '%s is no day',
    (text) => {
      expect(isPlainDate(text)).toBe(false);
      expect(() => plainDate(text)).toThrow(RangeError);
    },
  );

  test.each(['0001-01-01', '2000-02-29', '2024-02-29', '9999-12-31'])('%s is a day', (text) => {
    expect(plainDate(text)).toBe(text);
  });

  test('days, weekdays and order are those of the platform', () => {
    const dayOf = (text: string): number => Date.parse(`${text}T00:00:00.000Z`) / 86_400_000;
    fc.assert(
      fc.property(
        fc.integer({ min: -718_000, max: 2_900_000 }),
        fc.integer({ max: 900, min: -900 }),
        (day, step) => {
          const date = plainDate(new Date(day * 86_400_000).toISOString().slice(-24, -14));
          const moved = addDays(date, step);
          expect(dayOf(moved)).toBe(day + step);
          expect(daysBetween(date, moved)).toBe(step);
          expect(weekday(date) % 7).toBe(new Date(day * 86_400_000).getUTCDay());
          expect(compareDates(moved, date)).toBe(Math.sign(step));
        },
      ),
    );
  });

  test('the ends of time are ends', () => {
    expect(() => addDays(plainDate('9999-12-31'), 1)).toThrow(RangeError);
    expect(() => addDays(plainDate('0001-01-01'), -1)).toThrow(RangeError);
    expect(() => addDays(plainDate('2026-01-01'), 0.5)).toThrow(RangeError);
  });

  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-02-28', 1, '2026-03-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-05-20', 36, '2029-05-20'],
  ])('民法典 202: %s and %i months is %s', (from, months, to) => {
    expect(addMonths(plainDate(from), months)).toBe(to);
  });
});

describe('instants', () => {
  test.each(['2026-11-22T05:00:00Z', '2026-11-22 05:00:00.000Z', '2026-11-22T24:00:00.000Z'])(
    '%s is another spelling or none',
    (text) => {
      expect(isInstant(text)).toBe(false);
      expect(() => instant(text)).toThrow(RangeError);
    },
  );

  test('milliseconds go both ways, as on the platform', () => {
    fc.assert(
      fc.property(fc.integer({ min: -6e13, max: 2e14 }), (ms) => {
        const at = instantFromMs(ms);
        expect(at).toBe(new Date(ms).toISOString());
        expect(instantMs(at)).toBe(ms);
      }),
    );
    expect(() => instantFromMs(0.5)).toThrow(RangeError);
    expect(addMs(instant('2026-11-22T05:00:00.000Z'), -1)).toBe('2026-11-22T04:59:59.999Z');
  });

  test('C10: the day changes at 16:00 UTC', () => {
    const before = instant('2026-11-22T15:59:59.999Z');
    const after = instant('2026-11-22T16:00:00.000Z');
    expect([civilDate(before), civilDate(after)]).toEqual(['2026-11-22', '2026-11-23']);
    expect(compareInstants(before, after)).toBeLessThan(0);
  });

  test('a day ends where the next begins', () => {
    const date = plainDate('2026-12-31');
    expect(startOfDay(date)).toBe('2026-12-30T16:00:00.000Z');
    expect(endOfDay(date)).toBe(startOfDay(plainDate('2027-01-01')));
    expect(civilDate(addMs(endOfDay(date), -1))).toBe(date);
  });
});
