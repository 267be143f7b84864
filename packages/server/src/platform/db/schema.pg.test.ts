import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

/** Tables without tenant_id: small and shared by all tenants, or local to one node. */
const withoutTenant = ['schema_migration', 'tenant'];

/** Tables that are a record: the application adds rows and never changes or removes one. */
const appendOnly = [
  'event',
  'file',
  'journal',
  'ledger_head',
  'ledger_root',
  'ledger_stamp',
  'service_review',
  'tenant',
];

/**
 * Guards the rules that let the same schema run distributed (docs of Citus: every key of a
 * distributed table begins with the distribution column). Without Citus nothing else would notice.
 */
let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

async function list(sql: string, values: readonly unknown[] = []): Promise<string[]> {
  const rows = await test.owner.query<{ found: string }>(sql, values);
  return rows.map((row) => row.found);
}

describe('the schema', () => {
  it('has tenant_id NOT NULL in every table that is not on the list', async () => {
    const tables = await list(
      `SELECT c.relname AS found FROM pg_class c
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
         AND NOT c.relispartition AND NOT EXISTS (SELECT 1 FROM pg_attribute a
           WHERE a.attrelid = c.oid AND a.attname = 'tenant_id' AND a.attnotnull)
       ORDER BY 1`,
    );
    expect(tables).toEqual(withoutTenant);
  });

  it('begins every primary key, unique index and other index with tenant_id', async () => {
    const wrong = await list(
      `SELECT i.indexrelid::regclass::text AS found FROM pg_index i
       JOIN pg_class c ON c.oid = i.indrelid
       LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
       WHERE c.relnamespace = 'public'::regnamespace AND NOT c.relname = ANY($1)
         AND a.attname IS DISTINCT FROM 'tenant_id' AND (i.indisunique OR NOT EXISTS (
           SELECT 1 FROM pg_am m JOIN pg_class x ON x.relam = m.oid
           WHERE x.oid = i.indexrelid AND m.amname IN ('gin', 'gist', 'brin')))`,
      [withoutTenant],
    );
    expect(wrong).toEqual([]);
  });

  it('begins every foreign key with tenant_id on both sides', async () => {
    const wrong = await list(
      `SELECT k.conname AS found FROM pg_constraint k
       JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
       JOIN pg_attribute b ON b.attrelid = k.confrelid AND b.attnum = k.confkey[1]
       WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace
         AND NOT (a.attname = 'tenant_id' AND b.attname IN ('tenant_id', 'id')
           AND (b.attname = 'tenant_id' OR k.confrelid = 'tenant'::regclass))`,
    );
    expect(wrong).toEqual([]);
  });

  it('has no SET NULL foreign key, no int identity and no exclusion across tenants', async () => {
    expect(
      await list(`SELECT conname AS found FROM pg_constraint WHERE contype = 'f'
        AND connamespace = 'public'::regnamespace AND (confdeltype IN ('n', 'd')
        OR confupdtype IN ('n', 'd'))`),
    ).toEqual([]);
    expect(
      await list(`SELECT c.relname || '.' || a.attname AS found FROM pg_attribute a
        JOIN pg_class c ON c.oid = a.attrelid WHERE c.relnamespace = 'public'::regnamespace
        AND a.attidentity <> '' AND a.atttypid = 'int4'::regtype`),
    ).toEqual([]);
  });

  it('has no table of one node that refers to a tenant’s rows', async () => {
    const wrong = await list(
      `SELECT conname AS found FROM pg_constraint WHERE contype = 'f'
       AND (conrelid::regclass::text = ANY($1) OR conrelid IN (SELECT oid FROM pg_class
         WHERE relnamespace = 'graphile_worker'::regnamespace)
         AND confrelid IN (SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace))`,
      [withoutTenant],
    );
    expect(wrong).toEqual([]);
  });

  it('names every constraint, and says of every table what it is', async () => {
    const unnamed = await list(
      `SELECT conname AS found FROM pg_constraint WHERE connamespace = 'public'::regnamespace
       AND contype IN ('c', 'u', 'f') AND conname ~ '_check\\d*$|_fkey\\d+$|_key\\d+$'`,
    );
    expect(unnamed).toEqual([]);
    const silent = await list(
      `SELECT relname AS found FROM pg_class WHERE relnamespace = 'public'::regnamespace
       AND relkind IN ('r', 'p') AND NOT relispartition AND relname <> 'schema_migration'
       AND obj_description(oid, 'pg_class') IS NULL`,
    );
    expect(silent).toEqual([]);
  });
});

describe('the application’s role', () => {
  const right = (table: string, what: string): Promise<string[]> =>
    list(`SELECT has_table_privilege('yichuang_app', $1, $2)::text AS found`, [table, what]);

  it.each(appendOnly)('may add to %s and neither change nor remove', async (table) => {
    const [exists] = await list('SELECT to_regclass($1)::text AS found', [table]);
    expect(exists).toBe(table);
    expect(await right(table, 'INSERT')).toEqual(['true']);
    for (const what of ['UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER', 'REFERENCES']) {
      expect([what, ...(await right(table, what))]).toEqual([what, 'false']);
    }
  });

  it('owns nothing, makes nothing, and is no superuser', async () => {
    expect(
      await list(`SELECT relname AS found FROM pg_class
        WHERE relowner = 'yichuang_app'::regrole`),
    ).toEqual([]);
    await expect(test.db.query('CREATE TABLE mine (id int)')).rejects.toMatchObject({
      code: '42501',
    });
    await expect(test.db.query('CREATE TEMP TABLE mine (id int)')).rejects.toMatchObject({
      code: '42501',
    });
    await expect(test.db.query('SET ROLE yichuang_owner')).rejects.toMatchObject({
      code: '42501',
    });
    expect(
      await list(`SELECT rolname AS found FROM pg_roles WHERE rolname LIKE 'yichuang%'
        AND (rolsuper OR rolcreaterole OR rolcreatedb OR rolbypassrls)`),
    ).toEqual([]);
  });

  it('truncates no table at all', async () => {
    expect(
      await list(`SELECT relname AS found FROM pg_class WHERE relkind IN ('r', 'p')
        AND relnamespace = 'public'::regnamespace
        AND has_table_privilege('yichuang_app', oid, 'TRUNCATE')`),
    ).toEqual([]);
  });
});

describe('the queue’s role', () => {
  it('cannot read a single table of the county', async () => {
    expect(
      await list(`SELECT relname AS found FROM pg_class WHERE relkind IN ('r', 'p')
        AND relnamespace = 'public'::regnamespace
        AND has_table_privilege('yichuang_queue', oid, 'SELECT')`),
    ).toEqual([]);
  });
});
