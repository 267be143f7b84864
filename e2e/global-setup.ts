// Once before the browser journeys: a browser, fonts so that Chinese is measured as it looks, the
// console as its sources are now, and a county that has been opened.

import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureSystem } from '../tools/ensure-system.ts';
import { countyVariable, freshFolder, isAtRest } from './harness/county-folder.ts';
import { startServer } from './harness/server.ts';

const consoleFolder = join(import.meta.dirname, '../packages/console');

/** Called by vitest. Each journey starts the server that it needs, on a copy of this county. */
export async function setup(): Promise<() => Promise<void>> {
  await ensureSystem(['chromium', 'fonts-noto-cjk', 'poppler-utils', 'libnss3-tools']);
  if (isStale()) buildConsole();
  const folder = await freshFolder();
  const server = await startServer({ dataFolder: folder });
  await server.stop();
  if (await isAtRest(folder)) process.env[countyVariable] = folder;
  return () => rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
}

/** `npm ci` builds the console; who changes it afterwards would test the one of yesterday. */
function isStale(): boolean {
  const built = statSync(join(consoleFolder, 'dist/index.html'), { throwIfNoEntry: false });
  if (built === undefined) return true;
  return readdirSync(join(consoleFolder, 'src'), { recursive: true, encoding: 'utf8' }).some(
    (name) => statSync(join(consoleFolder, 'src', name)).mtimeMs > built.mtimeMs,
  );
}

function buildConsole(): void {
  const vite = join(import.meta.dirname, '../node_modules/vite/bin/vite.js');
  const built = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: consoleFolder,
    stdio: 'inherit',
    // Vitest's own NODE_ENV is `test`, in which Ant Design gives every dialog the same id.
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (built.status !== 0) throw new Error('the console could not be built');
}
