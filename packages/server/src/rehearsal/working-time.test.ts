import { beforeAll, describe, expect, it } from 'vitest';
import { instant, type Calendar, type Instant } from '@yichuang/kernel/time';
import { loadStatutes } from '../statutes/index.ts';
import { workingMinutes } from './working-time.ts';

let calendar: Calendar;
beforeAll(async () => {
  ({ calendar } = await loadStatutes());
});

/** Shanghai. */
function at(day: string, time: string): Instant {
  return instant(new Date(`${day}T${time}:00+08:00`).toISOString());
}

describe('working minutes', () => {
  it('leave out the lunch break, the night and what lies before the office opens', () => {
    const minutes = (from: string, to: string) =>
      workingMinutes(calendar, at('2026-03-02', from), at('2026-03-02', to));
    expect(minutes('10:00', '10:45')).toBe(45);
    expect(minutes('11:30', '14:30')).toBe(60);
    expect(minutes('12:10', '13:50')).toBe(0);
    expect(minutes('06:00', '23:00')).toBe(420);
    expect(minutes('15:00', '09:00')).toBe(0);
  });

  it('leave out weekends and holidays, and take in weekend days worked in exchange', () => {
    const span = (from: string, to: string) =>
      workingMinutes(calendar, at(from, '17:00'), at(to, '10:00'));
    // Monday to Tuesday, Friday to Monday.
    expect(span('2026-03-02', '2026-03-03')).toBe(120);
    expect(span('2026-03-06', '2026-03-09')).toBe(120);
    // Spring Festival: off from 15 to 23 February, Saturday the 14th is worked.
    expect(span('2026-02-13', '2026-02-24')).toBe(60 + 420 + 60);
  });
});
