import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Conflict, ConstraintViolation, Timeout, Unavailable } from '../operating-error.ts';
import { openPool } from './pool.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
  await test.db.query("INSERT INTO tenant (id, name) VALUES ('t1', 'One'), ('t2', 'Two')");
});
afterAll(() => test.drop());

describe('column values', () => {
  it('gives safe numbers, plain dates and instants, never Date objects', async () => {
    const rows = await test.db.query(
      `SELECT 9007199254740991::int8 AS safe, 9007199254740993::int8 AS large,
              '2026-02-28'::date AS day, '{2026-02-28,NULL}'::date[] AS days,
              '{1,2}'::int8[] AS numbers,
              '2026-11-22T12:00:00.5+08:00'::timestamptz AS at, '{"a":[1]}'::jsonb AS json`,
    );
    expect(rows).toEqual([
      {
        safe: 9007199254740991,
        large: 9007199254740993n,
        day: '2026-02-28',
        days: ['2026-02-28', null],
        numbers: [1, 2],
        at: '2026-11-22T04:00:00.500Z',
        json: { a: [1] },
      },
    ]);
  });
});

describe('transactions', () => {
  const count = async (): Promise<unknown> =>
    (await test.db.query('SELECT count(*) AS n FROM setting'))[0]?.['n'];
  const insert = `INSERT INTO setting (tenant_id, name, value, changed_at)
    VALUES ('t1', $1, '1', now())`;

  it('keeps nothing of a transaction whose work throws', async () => {
    const before = await count();
    const work = test.db.tx(async (tx) => {
      await tx.query(insert, ['kept-not']);
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    expect(await count()).toBe(before);
  });

  it('joins the open transaction when nested', async () => {
    const work = test.db.tx(async (tx) => {
      await tx.tx((inner) => inner.query(insert, ['inner']));
      throw new Error('outer fails');
    });
    await expect(work).rejects.toThrow('outer fails');
    expect(await test.db.query("SELECT 1 FROM setting WHERE name = 'inner'")).toEqual([]);
  });

  it('runs again after a serialisation failure, and both changes are kept', async () => {
    await test.db.query(insert, ['counter']);
    const add = (): Promise<unknown> =>
      test.db.tx(
        async (tx) => {
          const [row] = await tx.query<{ value: number }>(
            "SELECT value FROM setting WHERE tenant_id = 't1' AND name = 'counter'",
          );
          await tx.query(
            "UPDATE setting SET value = $1 WHERE tenant_id = 't1' AND name = 'counter'",
            [JSON.stringify((row?.value ?? 0) + 1)],
          );
        },
        { isolation: 'repeatable read' },
      );
    await Promise.all([add(), add(), add()]);
    const [row] = await test.db.query("SELECT value FROM setting WHERE name = 'counter'");
    expect(row?.['value']).toBe(4);
  });
});

describe('errors of the database', () => {
  it('names the constraint that refused a row', async () => {
    const again = test.db.query("INSERT INTO tenant (id, name) VALUES ('t1', 'Again')");
    await expect(again).rejects.toMatchObject({ kind: 'unique', constraint: 'tenant_pkey' });
    await expect(again).rejects.toBeInstanceOf(ConstraintViolation);
  });

  it('is a Timeout when a statement takes too long', async () => {
    const hurried = openPool({ url: test.urls.app, statementTimeoutMs: 50 });
    await expect(hurried.query('SELECT pg_sleep(5)')).rejects.toBeInstanceOf(Timeout);
    await hurried.stop();
  });

  it('is a Conflict when a lock is not to be had', async () => {
    await test.db.query(
      "INSERT INTO setting (tenant_id, name, value, changed_at) VALUES ('t1', 'l', '1', now())",
    );
    const lock = "SELECT 1 FROM setting WHERE name = 'l' FOR UPDATE";
    await test.db.tx(async (tx) => {
      await tx.query(lock);
      await expect(test.db.query(`${lock} NOWAIT`)).rejects.toBeInstanceOf(Conflict);
    });
  });

  it('is Unavailable when nobody listens', async () => {
    const nobody = openPool({ url: 'postgres://a:b@127.0.0.1:1/x' });
    await expect(nobody.query('SELECT 1')).rejects.toBeInstanceOf(Unavailable);
    await expect(nobody.tx((tx) => tx.query('SELECT 1'))).rejects.toBeInstanceOf(Unavailable);
    await nobody.stop();
  });

  it('leaves a wrong statement as the programmer error that it is', async () => {
    await expect(test.db.query('SELEC 1')).rejects.toMatchObject({ code: '42601' });
  });
});

describe('a database that goes away', () => {
  it('ends the transaction that was open, and the next query works without a restart', async () => {
    const cut = test.db.tx(
      async (tx) => {
        await tx.query('SELECT 1');
        await test.endConnections();
        await tx.query('SELECT 2');
      },
      { retry: 'never' },
    );
    await expect(cut).rejects.toBeInstanceOf(Unavailable);
    expect(await test.db.tx((tx) => tx.query('SELECT 3 AS n'))).toEqual([{ n: 3 }]);
  });

  it('repeats an idempotent transaction by itself', async () => {
    let runs = 0;
    const rows = await test.db.tx(
      async (tx) => {
        runs += 1;
        if (runs === 1) await test.endConnections();
        return tx.query('SELECT 7 AS n');
      },
      { retry: 'idempotent' },
    );
    expect([rows, runs]).toEqual([[{ n: 7 }], 2]);
  });

  it('renews its connections', async () => {
    const pid = async (): Promise<unknown> =>
      (await test.owner.query('SELECT pg_backend_pid() AS pid'))[0]?.['pid'];
    const before = await pid();
    await test.owner.renewConnections();
    expect(await pid()).not.toBe(before);
  });
});
