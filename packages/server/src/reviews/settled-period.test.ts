import { plainDate } from '@yichuang/kernel/time';
import { describe, expect, it } from 'vitest';
import { settled, settledUntil, settledWeeks } from './settled-period.ts';

const day = plainDate;

describe('what the reviewed see', () => {
  it('ends with the last Sunday, on a Sunday with the one before', () => {
    expect(settledUntil(day('2026-11-23'))).toBe('2026-11-22');
    expect(settledUntil(day('2026-11-28'))).toBe('2026-11-22');
    expect(settledUntil(day('2026-11-22'))).toBe('2026-11-15');
  });

  it('is cut there, and past periods stay', () => {
    const year = { from: day('2026-01-01'), until: day('2026-12-31') };
    expect(settled(year, day('2026-11-25'))).toEqual({ ...year, until: '2026-11-22' });
    expect(settled(year, day('2027-02-01'))).toEqual(year);
  });

  it('is of whole weeks, so that no day can be read off', () => {
    const one = { from: day('2026-11-11'), until: day('2026-11-11') };
    expect(settledWeeks(one, day('2026-11-25'))).toEqual({
      from: '2026-11-09',
      until: '2026-11-15',
    });
    const now = { from: day('2026-11-25'), until: day('2026-11-25') };
    const none = settledWeeks(now, day('2026-11-25'));
    expect(none.until < none.from).toBe(true);
  });
});
