import { addMs, instant, makeCalendar, plainDate } from '@yichuang/kernel/time';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../db/test-database.ts';
import { openMovableClock } from './movable-clock.ts';

const at = instant('2026-11-20T08:30:00.000Z'); // Friday 16:30 in Shanghai
const base = { now: () => at };
let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(() => test.owner.query('DELETE FROM setting'));

describe('a movable clock', () => {
  it('goes as the real one until it is moved, then keeps its offset over a restart', async () => {
    const clock = await openMovableClock(test.db, 't1', base);
    expect(clock.now()).toBe(at);
    await clock.moveForward(90_000);
    expect(clock.now()).toBe(addMs(at, 90_000));
    expect((await openMovableClock(test.db, 't1', base)).now()).toBe(addMs(at, 90_000));
    expect((await openMovableClock(test.db, 't2', base)).now()).toBe(at);
  });

  it('moves to nine o’clock of the next working day', async () => {
    const clock = await openMovableClock(test.db, 't1', base);
    const monday = plainDate('2026-11-23');
    const calendar = makeCalendar([{ year: 2026, offDays: [monday], workDays: [], source: 'x' }]);
    await clock.moveToNextWorkingMorning(calendar);
    expect(clock.now()).toBe('2026-11-24T01:00:00.000Z');
  });

  it('adds up when two panels move it at once', async () => {
    const [one, two] = await Promise.all([
      openMovableClock(test.db, 't1', base),
      openMovableClock(test.db, 't1', base),
    ]);
    await Promise.all([one.moveForward(1_000), two.moveForward(2_000)]);
    await Promise.all([one.refresh(), two.refresh()]);
    expect([one.now(), two.now()]).toEqual([addMs(at, 3_000), addMs(at, 3_000)]);
  });

  it.each([0, -1, 0.5, Number.NaN, 400 * 86_400_000])('never moves by %d ms', async (ms) => {
    const clock = await openMovableClock(test.db, 't1', base);
    await expect(clock.moveForward(ms)).rejects.toThrow(RangeError);
    expect(clock.now()).toBe(at);
  });
});
