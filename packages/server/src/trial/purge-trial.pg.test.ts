import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../platform/db/test-database.ts';
import { purgeTrial } from './trial-store.pg.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
  await test.db.query(
    `INSERT INTO tenant (id, name, is_sandbox, trial_of) VALUES
     ('real', 'r', false, NULL), ('demo', 'd', true, NULL),
     ('real-trial-1', 'r', true, 'real'), ('real-trial-2', 'r', true, 'real')`,
  );
  for (const id of ['real', 'demo', 'real-trial-1', 'real-trial-2']) await settle(id);
});
afterAll(() => test.drop());

const caseId = '00000000-0000-4000-8000-000000000001';

/** A row in tables that hang together by foreign keys, and one that is append-only. */
async function settle(tenantId: string): Promise<void> {
  await test.db.tx(async (tx) => {
    await tx.query(`INSERT INTO org (tenant_id, id, name, kind) VALUES ($1, 'a', 'a', 'county')`, [
      tenantId,
    ]);
    await tx.query(
      `INSERT INTO org (tenant_id, id, parent_id, name, kind)
       VALUES ($1, 'b', 'a', 'b', 'department')`,
      [tenantId],
    );
    await tx.query(`INSERT INTO post (tenant_id, id, org_id, name) VALUES ($1, 'p', 'b', 'p')`, [
      tenantId,
    ]);
    await tx.query(
      `INSERT INTO cases (tenant_id, id, number, version, head_hash, state, item_code, item_version,
         item_name, org_id, applicant_id, contact_id, applicant_name, phase, received_at,
         changed_at, password_hash)
       VALUES ($1, $2, 'n', 1, 'h', '{}', 'i', 1, 'i', 'b', $2, $2, 'x', 'received',
         '2026-11-20T01:00:00Z', '2026-11-20T01:00:00Z', 'p')`,
      [tenantId, caseId],
    );
    await tx.query(
      `INSERT INTO event (tenant_id, case_id, seq, day, at, type, actor, data, hash)
       VALUES ($1, $2, 1, '2026-11-20', '2026-11-20T01:00:00Z', 'CaseReceived', '{}', '{}', 'h')`,
      [tenantId, caseId],
    );
    await tx.query(`SELECT enqueue_job('count', json_build_object('tenantId', $1::text))`, [
      tenantId,
    ]);
  });
}

const denied = { code: '42501' };

async function rowsOf(tenantId: string): Promise<number> {
  const [row] = await test.owner.query<{ n: number }>(
    `SELECT (SELECT count(*) FROM org WHERE tenant_id = $1)
       + (SELECT count(*) FROM post WHERE tenant_id = $1)
       + (SELECT count(*) FROM event WHERE tenant_id = $1)
       + (SELECT count(*) FROM tenant WHERE id = $1) AS n`,
    [tenantId],
  );
  return Number(row?.n);
}

async function jobsOf(tenantId: string): Promise<number> {
  const queue = new (await import('pg')).default.Client({ connectionString: test.urls.queue });
  await queue.connect();
  const { rows } = await queue.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM graphile_worker.jobs WHERE task_identifier LIKE '%:' || $1`,
    [tenantId],
  );
  await queue.end();
  return rows[0]?.n ?? -1;
}

describe('purging a trial county', () => {
  it('removes its every row and its waiting jobs, and no other tenant’s', async () => {
    expect(await purgeTrial(test.db, 'real-trial-1')).toBeGreaterThanOrEqual(4);
    expect(await rowsOf('real-trial-1')).toBe(0);
    expect(await jobsOf('real-trial-1')).toBe(0);
    for (const kept of ['real', 'demo', 'real-trial-2']) {
      expect(await rowsOf(kept)).toBe(5);
      expect(await jobsOf(kept)).toBe(1);
    }
  });

  it.each(['real', 'demo', 'nobody', 'real-trial-1'])('refuses %s', async (tenantId) => {
    await expect(purgeTrial(test.db, tenantId)).rejects.toMatchObject(denied);
    await expect(test.owner.query('SELECT purge_trial($1)', [tenantId])).rejects.toMatchObject(
      denied,
    );
    expect(await rowsOf('real')).toBe(5);
  });

  it('is the only way to remove an event: no setting opens the door by hand', async () => {
    const byHand = (tenantId: string) =>
      test.owner.tx(async (tx) => {
        await tx.query(`SELECT set_config('yichuang.purging', $1, true)`, [tenantId]);
        await tx.query('DELETE FROM event WHERE tenant_id = $1', [tenantId]);
      });
    await expect(byHand('real')).rejects.toMatchObject(denied);
    await expect(byHand('demo')).rejects.toMatchObject(denied);
    await expect(
      test.owner.query(`DELETE FROM event WHERE tenant_id = 'real-trial-2'`),
    ).rejects.toMatchObject(denied);
    await expect(
      test.owner.query(`UPDATE event SET hash = 'x' WHERE tenant_id = 'real-trial-2'`),
    ).rejects.toMatchObject(denied);
    await expect(
      test.db.query(`DELETE FROM event WHERE tenant_id = 'real-trial-2'`),
    ).rejects.toMatchObject(denied);
    expect(await rowsOf('real')).toBe(5);
  });
});

describe('what a tenant is', () => {
  it.each([
    `UPDATE tenant SET is_sandbox = true WHERE id = 'real'`,
    `UPDATE tenant SET is_sandbox = true, trial_of = 'other' WHERE id = 'real'`,
    `UPDATE tenant SET trial_of = 'demo' WHERE id = 'demo'`,
    `UPDATE tenant SET id = 'real-trial-9' WHERE id = 'real'`,
    `DELETE FROM tenant WHERE id = 'real'`,
    `DELETE FROM tenant WHERE id = 'real-trial-2'`,
  ])('never changes, not even for the owner: %s', async (statement) => {
    await expect(test.owner.query(statement)).rejects.toMatchObject(denied);
    await expect(test.db.query(statement)).rejects.toMatchObject(denied);
  });

  it('cannot be made up for a real county’s id, nor a trial without its mark', async () => {
    for (const row of [
      `('real2', 'x', true, 'real')`,
      `('real2-trial-1', 'x', true, 'real')`,
      `('real-trial-7', 'x', false, 'real')`,
      `('real-trial-7', 'x', true, NULL)`,
    ]) {
      await expect(
        test.db.query(`INSERT INTO tenant (id, name, is_sandbox, trial_of) VALUES ${row}`),
      ).rejects.toMatchObject({ constraint: 'tenant_trial_shape' });
    }
  });
});

describe('every table that is append-only by a trigger', () => {
  it('lets a purge through: a purge of all tables ends without a refusal', async () => {
    const triggers = await test.owner.query<{ proname: string }>(
      `SELECT DISTINCT p.proname FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
       WHERE NOT t.tgisinternal AND (t.tgtype & 8) > 0`,
    );
    for (const { proname } of triggers) {
      const [found] = await test.owner.query<{ source: string }>(
        'SELECT prosrc AS source FROM pg_proc WHERE proname = $1',
        [proname],
      );
      expect([proname, found?.source.includes('is_being_purged')]).toEqual([proname, true]);
    }
    expect(triggers.length).toBeGreaterThan(1);
  });
});
