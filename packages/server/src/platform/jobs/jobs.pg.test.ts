import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../db/test-database.ts';
import { createJobs, type JobPayload, type Jobs } from './jobs.ts';

interface Numbered extends JobPayload {
  readonly n: number;
}

let test: TestDatabase;
let jobs: Jobs;
let failures: string[];
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(() => {
  failures = [];
  const onError = (_: unknown, name: string): number => failures.push(name);
  jobs = createJobs({ db: test.db, queueUrl: test.urls.queue, tenantId: 't1', onError });
});
afterEach(() => jobs.stop());

/** Resolves with the payloads once `count` of them have come. */
function collect(name: string, count: number): Promise<number[]> {
  const seen: number[] = [];
  return new Promise((resolve) => {
    jobs.register<Numbered>(name, ({ n }) => {
      seen.push(n);
      if (seen.length === count) resolve(seen);
      return Promise.resolve();
    });
  });
}

async function waiting(name: string): Promise<number> {
  const client = await import('pg');
  const queue = new client.default.Client({ connectionString: test.urls.queue });
  await queue.connect();
  const { rows } = await queue.query<{ n: number }>(
    'SELECT count(*)::int AS n FROM graphile_worker.jobs WHERE task_identifier = $1',
    [`${name}:t1`],
  );
  await queue.end();
  return rows[0]?.n ?? -1;
}

describe('jobs', () => {
  it('runs what the application enqueued in its transaction, first and later ones', async () => {
    const seen = collect('count', 3);
    await jobs.start();
    for (const n of [1, 2, 3]) {
      await test.db.tx((tx) => jobs.enqueueInTx(tx, 'count', { tenantId: 't1', n }));
      jobs.wake();
    }
    expect((await seen).toSorted()).toEqual([1, 2, 3]);
  });

  it('keeps nothing of a transaction that was rolled back', async () => {
    const work = test.db.tx(async (tx) => {
      await jobs.enqueueInTx(tx, 'never', { tenantId: 't1' });
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect(await waiting('never')).toBe(0);
  });

  it('takes up what a process left locked when it died, not what another is at', async () => {
    const tx = (n: number) => (db: Parameters<Jobs['enqueueInTx']>[0]) =>
      jobs.enqueueInTx(db, 'left', { tenantId: 't1', n });
    for (const n of [1, 2]) await test.db.tx(tx(n));
    const { Client } = (await import('pg')).default;
    const queue = new Client({ connectionString: test.urls.queue });
    await queue.connect();
    await queue.query(
      `UPDATE graphile_worker._private_jobs SET locked_by = 'worker-' || (payload ->> 'n'),
         locked_at = now() - CASE payload ->> 'n' WHEN '1' THEN interval '11 minutes'
           ELSE interval '1 minute' END
       WHERE payload ->> 'n' IS NOT NULL AND locked_by IS NULL`,
    );
    const seen = collect('left', 1);
    await jobs.start();
    expect(await seen).toEqual([1]);
    // A job is struck off after its work has come back, which is where `seen` was told.
    await expect.poll(() => waiting('left')).toBe(1);
    await queue.query(`DELETE FROM graphile_worker._private_jobs WHERE locked_by = 'worker-2'`);
    await queue.end();
  });

  it('replaces a waiting job of the same key', async () => {
    for (const n of [1, 2, 3]) {
      await test.db.tx((tx) =>
        jobs.enqueueInTx(tx, 'refresh', { tenantId: 't1', n }, { key: 'case 7' }),
      );
    }
    expect(await waiting('refresh')).toBe(1);
    const seen = collect('refresh', 1);
    await jobs.start();
    expect(await seen).toEqual([3]);
  });

  it('waits until the instant it was given', async () => {
    const later = { runAt: '2999-01-01T00:00:00.000Z' };
    await test.db.tx((tx) => jobs.enqueueInTx(tx, 'later', { tenantId: 't1', n: 1 }, later));
    await test.db.tx((tx) => jobs.enqueueInTx(tx, 'marker', { tenantId: 't1', n: 2 }));
    const marker = collect('marker', 1);
    jobs.register('later', () => Promise.reject(new Error('too early')));
    await jobs.start();
    await marker;
    expect(await waiting('later')).toBe(1);
    expect(failures).toEqual([]);
  });

  it('tries a job that threw again', async () => {
    const attempts: number[] = [];
    const second = new Promise<void>((resolve) => {
      jobs.register('flaky', (_, { attempt }) => {
        attempts.push(attempt);
        if (attempt === 1) return Promise.reject(new Error('the first time'));
        resolve();
        return Promise.resolve();
      });
    });
    await test.db.tx((tx) => jobs.enqueueInTx(tx, 'flaky', { tenantId: 't1' }));
    await jobs.start();
    await second;
    expect(attempts).toEqual([1, 2]);
    expect(failures).toEqual(['flaky']);
  });

  it('goes on after the database went away', async () => {
    const seen = collect('after', 1);
    await jobs.start();
    await test.endConnections();
    // A pool learns of a lost connection by using it: whoever asks first may be told to ask again.
    await vi.waitFor(
      () =>
        test.db.tx((tx) =>
          jobs.enqueueInTx(tx, 'after', { tenantId: 't1', n: 9 }, { key: 'once' }),
        ),
      30_000,
    );
    jobs.wake();
    expect(await seen).toEqual([9]);
  });

  it('has no other door for the application', async () => {
    const door = "SELECT graphile_worker.add_job('x')";
    await expect(test.db.query(door)).rejects.toMatchObject({ code: '42501' });
    const read = 'SELECT * FROM graphile_worker._private_jobs';
    await expect(test.db.query(read)).rejects.toMatchObject({ code: '42501' });
  });

  it('gives a job to the workers of its own tenant, and to no others of that name', async () => {
    const others = createJobs({ db: test.db, queueUrl: test.urls.queue, tenantId: 't2' });
    const taken: string[] = [];
    const done = new Promise<void>((resolve) => {
      for (const [tenant, each] of [['t1', jobs] as const, ['t2', others] as const]) {
        each.register('own', ({ tenantId }) => {
          taken.push(`${tenantId} by ${tenant}`);
          if (taken.length === 6) resolve();
          return Promise.resolve();
        });
      }
    });
    await Promise.all([jobs.start(), others.start()]);
    for (const tenantId of ['t1', 't2', 't1', 't2', 't2', 't1']) {
      await test.db.tx((tx) => jobs.enqueueInTx(tx, 'own', { tenantId }));
    }
    jobs.wake();
    await done;
    await others.stop();
    expect(new Set(taken)).toEqual(new Set(['t1 by t1', 't2 by t2']));
  });

  it('keeps the waiting jobs of two tenants apart under one key', async () => {
    for (const tenantId of ['t1', 't2', 't1']) {
      await test.db.tx((tx) => jobs.enqueueInTx(tx, 'keyed', { tenantId }, { key: 'same' }));
    }
    expect(await waiting('keyed')).toBe(1);
  });

  it('finds the tenant of what an older program left under the bare name', async () => {
    const queue = new (await import('pg')).default.Client({ connectionString: test.urls.queue });
    await queue.connect();
    await queue.query(`SELECT graphile_worker.add_job('left', '{"tenantId":"t1","n":5}'::json)`);
    await queue.end();
    const seen = collect('left', 1);
    await jobs.start();
    expect(await seen).toEqual([5]);
  });

  it('takes no job that belongs to nobody', async () => {
    const nobodys = test.db.query(`SELECT enqueue_job('x', '{}'::json)`);
    await expect(nobodys).rejects.toThrow('belongs to no tenant');
  });

  it('refuses a second handler for a name', () => {
    jobs.register('once', () => Promise.resolve());
    expect(() => jobs.register('once', () => Promise.resolve())).toThrow('two handlers');
  });
});
