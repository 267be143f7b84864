import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Unavailable } from '../operating-error.ts';
import { migrate, migrationsDirectory, readMigrations } from './migrate.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

let test: TestDatabase;
let directory: string;
let next: string;
beforeAll(async () => {
  test = await createTestDatabase();
  directory = await mkdtemp(join(tmpdir(), 'yichuang-migrations-'));
  await cp(migrationsDirectory, directory, { recursive: true });
  const count = (await readMigrations()).length;
  next = `${String(count + 1).padStart(4, '0')}_more.sql`;
});
afterAll(async () => {
  await test.drop();
  await rm(directory, { recursive: true });
});

describe('migrations', () => {
  it('that have all run change nothing', async () => {
    expect((await migrate(test.urls)).applied).toEqual([]);
  });

  it('keep nothing of a file of which one statement fails, and name the statement', async () => {
    await writeFile(join(directory, next), 'CREATE TABLE half (id int); SELECT no_such();');
    const running = migrate(test.urls, { directory });
    await expect(running).rejects.toThrow(/_more\.sql: .*no_such.*\nin: SELECT no_such\(\)/);
    expect(await test.owner.query("SELECT to_regclass('half') AS found")).toEqual([
      { found: null },
    ]);
  });

  it('run once, however many processes start', async () => {
    await writeFile(join(directory, next), 'CREATE TABLE whole (id int);');
    const all = await Promise.all([1, 2, 3].map(() => migrate(test.urls, { directory })));
    expect(all.flatMap((each) => each.applied)).toEqual([next]);
  });

  it('refuse a database that is newer than the program', async () => {
    await expect(migrate(test.urls)).rejects.toThrow(/upgraded by a newer version/);
  });

  it('refuse a file that was changed after it ran', async () => {
    await writeFile(join(directory, next), 'CREATE TABLE whole (id bigint);');
    await expect(migrate(test.urls, { directory })).rejects.toThrow(/was changed after it ran/);
  });

  it('refuse a gap in the numbers', async () => {
    await writeFile(join(directory, '0999_gap.sql'), 'SELECT 1;');
    await expect(readMigrations(directory)).rejects.toThrow('0999_gap.sql: migrations are named');
  });

  it('say Unavailable when there is no database', async () => {
    const owner = 'postgres://a:b@127.0.0.1:1/x';
    await expect(migrate({ ...test.urls, owner })).rejects.toBeInstanceOf(Unavailable);
  });
});
