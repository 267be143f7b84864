import { parseCitizenId, parseMobile } from '@yichuang/kernel/ids';
import { addMs, civilDate, instant, isWorkingDay, plainDate } from '@yichuang/kernel/time';
import { describe, expect, it } from 'vitest';
import { loadStatutes } from '../../statutes/index.ts';
import { delayMs } from './habits.ts';
import { letterOf, townsman } from './invented-town.ts';
import { planFilings, roundsBetween, WEEK_MS } from './plan-load.ts';

const { calendar } = await loadStatutes();
const from = instant('2026-09-21T00:00:00.000Z');
const rounds = roundsBetween(from, addMs(from, 4 * WEEK_MS), calendar);
const DAY = plainDate('2026-11-22');

describe('an invented load', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(planFilings(1, 200, rounds)).toEqual(planFilings(1, 200, rounds));
    expect(planFilings(1, 200, rounds)).not.toEqual(planFilings(2, 200, rounds));
    expect(letterOf(1, 3)).toEqual(letterOf(1, 3));
  });

  it('goes forward in time, and through weekends and holidays in the evening only', () => {
    const plan = planFilings(3, 300, rounds);
    expect(plan.map(({ index }) => index)).toEqual(plan.map((_, n) => n));
    expect(plan.map(({ at }) => at)).toEqual(plan.map(({ at }) => at).toSorted());
    for (const { at, isOffice } of rounds) {
      if (isOffice) expect(isWorkingDay(calendar, civilDate(at))).toBe(true);
    }
    const share = plan.filter(({ kind }) => kind === 'letter').length / plan.length;
    expect(share).toBeGreaterThan(0.2);
    expect(share).toBeLessThan(0.4);
  });

  it('invents people whose numbers pass their check digits and belong to no region', () => {
    const people = Array.from({ length: 500 }, (_, n) => townsman(9, n));
    for (const { idNumber, phone } of people) {
      expect(parseCitizenId(idNumber, DAY)).toMatchObject({ ok: true });
      expect(idNumber.startsWith('999921')).toBe(true);
      expect(parseMobile(phone).ok).toBe(true);
    }
    expect(new Set(people.map(({ phone }) => phone)).size).toBe(500);
  });

  it('has quick people and slow ones, and some cases that are left lying for weeks', () => {
    const delays = Array.from({ length: 2_000 }, (_, n) =>
      delayMs(1, `person ${n % 40}`, `T${n}`, 'task'),
    );
    const overWeek = delays.filter((ms) => ms > WEEK_MS).length / delays.length;
    expect(overWeek).toBeGreaterThan(0.01);
    expect(overWeek).toBeLessThan(0.2);
    expect(Math.min(...delays)).toBeLessThan(3_600_000);
  });
});
