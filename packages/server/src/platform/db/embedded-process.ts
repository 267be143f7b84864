import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chownSync, closeSync, existsSync, mkdirSync, mkdtempSync, openSync } from 'node:fs';
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { anyNamedUid, hasPasswdEntry, type OsAccount } from './embedded-account.ts';
import type { PostgresBinaries } from './embedded-binaries.ts';
import { readPostmasterFile } from './embedded-files.ts';

const logLimitBytes = 10 * 1024 * 1024;

function identity(account: OsAccount): { uid?: number; gid?: number } {
  return account.isOther ? { uid: account.uid, gid: account.gid } : {};
}

function environment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C.UTF-8', TZ: 'UTC' };
}

/** @throws Error with initdb's own words when the cluster cannot be made */
export function initialiseCluster(
  binaries: PostgresBinaries,
  account: OsAccount,
  cluster: string,
  superuserPassword: string,
): void {
  mkdirSync(cluster, { recursive: true, mode: 0o700 });
  const secret = mkdtempSync(join(tmpdir(), 'yichuang-'));
  const passwordFile = join(secret, 'password');
  writeFileSync(passwordFile, superuserPassword, { mode: 0o600 });
  if (account.isOther) {
    for (const path of [cluster, secret, passwordFile]) chownSync(path, account.uid, account.gid);
  }
  // Without LANG the default would be SQL_ASCII, which stores any bytes and sorts none.
  const flags = [
    `--pgdata=${cluster}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--no-instructions',
    '--no-sync',
  ];
  try {
    const [command, ...prefix] = named(binaries.initdb, account);
    const done = spawnSync(command, [...prefix, ...flags], {
      ...identity(account),
      cwd: '/',
      env: environment(),
      encoding: 'utf8',
    });
    if (done.status === 0) return;
    rmSync(cluster, { recursive: true, force: true });
    throw new Error(
      `initdb could not make ${cluster}: ${done.error?.message ?? done.stderr}${cure(account)}`,
    );
  } finally {
    rmSync(secret, { recursive: true, force: true });
  }
}

function cure({ uid }: OsAccount): string {
  if (hasPasswdEntry(uid)) return '';
  return (
    `\nThe user number ${uid} has no name, which initdb needs: add a line for it to /etc/passwd, ` +
    'start as a user that has one, or set DATABASE_URL.'
  );
}

/**
 * initdb ends when its uid has no line in /etc/passwd (a container started with -u 12345). In a
 * user namespace the same uid may be taken for one that has; the files stay ours. Where the
 * kernel forbids that, initdb's message says so and names the cure.
 */
function named(initdb: string, account: OsAccount): [string, ...string[]] {
  if (hasPasswdEntry(account.uid)) return [initdb];
  const other = anyNamedUid();
  return other === undefined ? [initdb] : ['unshare', `--map-user=${other}`, initdb];
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}

function openLog(path: string): number {
  if (existsSync(path) && statSync(path).size > logLimitBytes) renameSync(path, `${path}.old`);
  return openSync(path, 'a', 0o600);
}

export interface StartOptions {
  readonly cluster: string;
  readonly log: string;
  readonly settings: Readonly<Record<string, string>>;
  /** The same port again after a crash, so that pools find it; otherwise a free one. */
  readonly port?: number;
}

/**
 * Starts PostgreSQL on a free port of 127.0.0.1 and waits until it accepts connections. In a
 * session of its own: Ctrl-C must reach Node first, which stops the database last.
 */
export async function startPostmaster(
  binaries: PostgresBinaries,
  account: OsAccount,
  options: StartOptions,
): Promise<{ child: ChildProcess; port: number }> {
  const port = options.port ?? (await freePort());
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    logging_collector: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...options.settings,
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = openLog(options.log);
  const child = spawn(binaries.postgres, ['-D', options.cluster, '-p', String(port), ...flags], {
    ...identity(account),
    cwd: '/',
    env: environment(),
    stdio: ['ignore', log, log],
    detached: true,
  });
  closeSync(log);
  await waitUntilReady(child, options);
  return { child, port };
}

async function waitUntilReady(child: ChildProcess, options: StartOptions): Promise<void> {
  let failure: Error | undefined;
  child.once('error', (error) => (failure = error));
  // 60 s: after a crash the write-ahead log is replayed before connections are accepted.
  for (let waited = 0; waited < 60_000; waited += 10) {
    if (failure !== undefined) throw failure;
    if (child.exitCode !== null || child.signalCode !== null) break;
    const file = readPostmasterFile(options.cluster);
    if (file !== undefined && file.pid === child.pid && file.isReady) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  child.kill('SIGINT');
  const last = readFileSync(options.log, 'utf8').trimEnd().split('\n').slice(-8).join('\n');
  throw new Error(`PostgreSQL did not start. The end of ${options.log}:\n${last}`);
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Ended, but not yet collected by a parent: in a container nobody may ever collect it. */
function isZombie(pid: number): boolean {
  const path = `/proc/${pid}/stat`;
  return existsSync(path) && / Z /.test(readFileSync(path, 'utf8').replace(/^.*\)/, ''));
}

/**
 * Is this pid really the postmaster of that cluster, and not a stranger who got the number after
 * a reboot? Known on Linux from its command line; elsewhere the file is believed.
 */
export function isPostmasterOf(pid: number, cluster: string): boolean {
  if (!isAlive(pid)) return false;
  const path = `/proc/${pid}/cmdline`;
  if (!existsSync(path)) return process.platform !== 'linux';
  return readFileSync(path, 'utf8').split('\0').includes(cluster);
}

/** Fast shutdown (SIGINT: open transactions are rolled back), waited for; then SIGKILL. */
export async function stopPostmaster(pid: number): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (!isAlive(pid)) return;
    process.kill(pid, signal);
    for (let waited = 0; waited < 10_000 && isAlive(pid); waited += 10) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
}
