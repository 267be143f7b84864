import { addMs, instant, type Instant } from '@yichuang/kernel/time';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../db/test-database.ts';
import { createRateLimiter, type RateLimiter } from './rate-limit.ts';

const rate = { limit: 3, windowMs: 60_000 };
let test: TestDatabase;
let now: Instant;
let limiter: RateLimiter;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(async () => {
  now = instant('2026-11-22T04:00:00.000Z');
  limiter = createRateLimiter(test.db, 't1', { now: () => now });
  await test.db.query('DELETE FROM rate_window');
});

async function take(times: number, from = limiter): Promise<boolean[]> {
  const taken: boolean[] = [];
  for (let n = 0; n < times; n += 1) taken.push((await from.take('k', rate)).ok);
  return taken;
}

describe('a rate limit', () => {
  it('lets through as many as it says, then refuses and says when to come back', async () => {
    expect(await take(4)).toEqual([true, true, true, false]);
    now = addMs(now, 20_000);
    expect(await limiter.take('k', rate)).toEqual({
      ok: false,
      retryAfterSeconds: 65,
      refusal: { code: 'too-many-attempts', params: { minutes: 2, retryAfterSeconds: 65 } },
    });
    now = addMs(now, 65_000);
    expect(await take(1)).toEqual([true]);
  });

  it.each([1, 2, 3, 10])(
    'of %i lets in whoever comes back when told, not sooner',
    async (limit) => {
      const few = { limit, windowMs: 60_000 };
      for (let seconds = 1; seconds < 60; seconds += 13) {
        const key = `after ${seconds}`;
        now = instant('2026-11-22T05:00:00.000Z');
        for (let n = 0; n < limit; n += 1) expect((await limiter.take(key, few)).ok).toBe(true);
        now = addMs(now, seconds * 1000);
        const refused = await limiter.take(key, few);
        if (refused.ok) throw new Error('one more was let through');
        now = addMs(now, refused.retryAfterSeconds * 1000);
        expect((await limiter.take(key, few)).ok).toBe(true);
      }
    },
  );

  it('does not start afresh at the edge of a window', async () => {
    now = addMs(now, 59_000);
    await take(3);
    now = addMs(now, 2_000);
    expect(await take(2)).toEqual([true, false]);
    now = addMs(now, 120_000);
    expect(await take(1)).toEqual([true]);
  });

  it('counts over all processes, also at the same moment', async () => {
    const other = createRateLimiter(test.db, 't1', { now: () => now });
    const all = await Promise.all([take(4), take(4, other)]);
    expect(all.flat().filter(Boolean)).toHaveLength(3);
  });

  it('counts each key and each county by itself', async () => {
    await take(4);
    expect((await limiter.take('other', rate)).ok).toBe(true);
    expect((await createRateLimiter(test.db, 't2', { now: () => now }).take('k', rate)).ok).toBe(
      true,
    );
  });

  it('forgets a key that is cleared, and windows that have passed', async () => {
    await take(4);
    await limiter.clear('k');
    expect(await take(1)).toEqual([true]);
    now = addMs(now, 180_000);
    await limiter.sweep();
    expect(await test.db.query('SELECT 1 FROM rate_window')).toEqual([]);
  });
});
