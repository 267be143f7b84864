// The data of a county that has just been opened. Making it takes a server six seconds of
// processor time, and every journey begins there: it is made once (global-setup) and copied.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Set by global-setup for the processes that run journeys. */
export const countyVariable = 'YICHUANG_E2E_COUNTY';

/** A new empty folder that the database's own user may enter too (mkdtemp alone makes 0700). */
export async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'yichuang-e2e-'));
  await chmod(folder, 0o755);
  return folder;
}

/** A copy of the county that was opened before the journeys; empty where there is none. */
export async function countyFolder(): Promise<string> {
  const folder = await freshFolder();
  const opened = process.env[countyVariable];
  if (opened === undefined) return folder;
  // Not fs.cp: the database's files keep their owner.
  const { status, stderr } = spawnSync('cp', ['-a', `${opened}/.`, folder], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${opened} could not be copied: ${stderr}`);
  await chmod(folder, 0o755);
  const recordFile = join(folder, 'database.json');
  const record = await readFile(recordFile, 'utf8');
  await writeFile(recordFile, record.replace(opened, folder));
  return folder;
}

/**
 * Whether the folder can be copied: the database's files are in it (root's may have to lie
 * elsewhere) and no process has them open.
 */
export async function isAtRest(folder: string): Promise<boolean> {
  const record = await readFile(join(folder, 'database.json'), 'utf8');
  const database = join(folder, 'postgres');
  return record.includes(JSON.stringify(database)) && !existsSync(join(database, 'postmaster.pid'));
}
