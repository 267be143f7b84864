import { chmod, mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../platform/db/test-database.ts';
import { ensureKeyFile } from '../platform/secrets/index.ts';
import { trialCommand } from './trial.ts';

let test: TestDatabase;
let folder: string;
let env: Record<string, string>;
beforeAll(async () => {
  test = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'yichuang-trial-'));
  await chmod(folder, 0o755);
  ensureKeyFile(join(folder, 'secret.key'));
  env = {
    DATABASE_URL: test.urls.app,
    MIGRATION_DATABASE_URL: test.urls.owner,
    QUEUE_DATABASE_URL: test.urls.queue,
    SECRET_KEY_FILE: join(folder, 'secret.key'),
    DATA_DIR: folder,
  };
  await test.db.query(
    `INSERT INTO tenant (id, name, is_sandbox, trial_of) VALUES ('yunxi', 'y', false, NULL),
       ('yunxi-trial-1', 'y', true, 'yunxi'), ('yunxi-trial-2', 'y', true, 'yunxi'),
       ('other-trial-1', 'o', true, 'other')`,
  );
});
afterAll(async () => {
  await test.drop();
  await rm(folder, { recursive: true, force: true });
});

async function run(...args: string[]): Promise<string[]> {
  const said: string[] = [];
  expect(await trialCommand(args, env, (line) => said.push(line))).toBe(0);
  return said;
}

async function keepState(isOn: boolean): Promise<void> {
  await test.db.query(
    `INSERT INTO setting (tenant_id, name, value, changed_at) VALUES ('yunxi', 'trial', $1, now())
     ON CONFLICT (tenant_id, name) DO UPDATE SET value = excluded.value`,
    [JSON.stringify({ generation: 2, isOn })],
  );
}

async function tenants(): Promise<string[]> {
  const rows = await test.db.query<{ id: string }>('SELECT id FROM tenant ORDER BY id');
  return rows.map(({ id }) => id);
}

describe('yichuang trial purge', () => {
  it('removes what resets left behind, rows and files, and nothing else', async () => {
    await keepState(true);
    await mkdir(join(folder, 'trial', 'yunxi-trial-1', 'files'), { recursive: true });
    expect(await run('purge')).toEqual(['yunxi-trial-1: 0 rows removed']);
    expect(await tenants()).toEqual(['other-trial-1', 'yunxi', 'yunxi-trial-2']);
    await expect(stat(join(folder, 'trial', 'yunxi-trial-1'))).rejects.toThrow('ENOENT');
    expect(await run('purge')).toEqual(['nothing to remove']);
  });

  it('removes the present one too when asked, once it is switched off', async () => {
    await expect(run('purge', '--all')).rejects.toThrow('stop it first');
    await keepState(false);
    expect(await run('purge', '--all')).toEqual(['yunxi-trial-2: 0 rows removed']);
    expect(await tenants()).toEqual(['other-trial-1', 'yunxi']);
  });

  it('knows no other verb', async () => {
    await expect(run('empty')).rejects.toThrow('yichuang trial purge');
  });
});
