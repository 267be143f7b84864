// Once before the browser journeys: a browser, fonts so that Chinese is measured as it looks, and
// the console as its sources are now.

import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ensureSystem } from '../tools/ensure-system.ts';

const consoleFolder = join(import.meta.dirname, '../packages/console');

/** Called by vitest. Starts nothing: each journey starts the server it needs. */
export async function setup(): Promise<void> {
  await ensureSystem(['chromium', 'fonts-noto-cjk', 'poppler-utils', 'libnss3-tools']);
  if (isStale()) buildConsole();
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
