import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { databaseAccount, type OsAccount } from './embedded-account.ts';
import { findBinaries, type PostgresBinaries } from './embedded-binaries.ts';
import { findCluster, readPostmasterFile, writePrivately } from './embedded-files.ts';
import type { ClusterPlace } from './embedded-files.ts';
import { initialiseCluster, isAlive, isPostmasterOf } from './embedded-process.ts';
import { startPostmaster, stopPostmaster } from './embedded-process.ts';
import { appRole, databaseName, ownerRole, queueRole, type RoleUrls } from './roles.ts';

export interface EmbeddedOptions {
  readonly dataDirectory: string;
  /** PostgreSQL settings, such as { fsync: 'off' } for a test cluster. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly onMessage?: (message: string) => void;
}

/**
 * A PostgreSQL of our own, in one of three ways:
 *
 * - started: ours; `stop` ends it, and it is started again should it die;
 * - adopted: left running by a Node process that was killed; from now on ours, `stop` ends it;
 * - shared: another process, alive, is using it (a command line beside the server); not ours,
 *   `stop` leaves it alone.
 */
export interface EmbeddedPostgres {
  readonly port: number;
  readonly pid: number;
  readonly origin: 'started' | 'adopted' | 'shared';
  /** PGDATA. */
  readonly cluster: string;
  readonly superuserUrl: (database: string) => string;
  readonly urls: RoleUrls;
  stop(): Promise<void>;
}

const restartPauseMs = 500;

/** @throws Error with a sentence for the operator when PostgreSQL cannot be made or started */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const tell = options.onMessage ?? (() => undefined);
  const account = databaseAccount();
  const binaries = findBinaries(account);
  const place = findCluster(options.dataDirectory, account, tell);
  const adopted = await useRunning(place, tell);
  if (adopted === undefined && !existsSync(join(place.cluster, 'PG_VERSION'))) {
    initialiseCluster(binaries, account, place.cluster, place.passwords.superuser);
  }
  const running = adopted ?? (await keepRunning(binaries, account, place, options));
  if (running.origin !== 'shared') writePrivately(place.ownerFile, String(process.pid));
  try {
    await provision(place, running.port);
  } catch (error) {
    await running.stop();
    throw error;
  }
  return {
    port: running.port,
    get pid() {
      return running.pid();
    },
    origin: running.origin,
    cluster: place.cluster,
    superuserUrl: (database) => superuserUrl(place, running.port, database),
    urls: roleUrls(place, running.port),
    stop: () => running.stop(),
  };
}

interface Running {
  readonly origin: EmbeddedPostgres['origin'];
  readonly port: number;
  readonly pid: () => number;
  stop(): Promise<void>;
}

/** After kill -9 of Node the postmaster runs on. If it answers to our password, it is used. */
async function useRunning(
  place: ClusterPlace,
  tell: (message: string) => void,
): Promise<Running | undefined> {
  const file = readPostmasterFile(place.cluster);
  if (file === undefined || !isPostmasterOf(file.pid, place.cluster)) return undefined;
  const { pid, port } = file;
  if (file.isReady && (await answers(superuserUrl(place, port, 'postgres')))) {
    if (hasLivingOwner(place)) {
      return { origin: 'shared', port, pid: () => pid, stop: () => Promise.resolve() };
    }
    tell(`using the PostgreSQL that was left running (process ${pid}, port ${port})`);
    return { origin: 'adopted', port, pid: () => pid, stop: () => stopPostmaster(pid) };
  }
  tell(`ending a PostgreSQL that was left running and does not answer (process ${pid})`);
  await stopPostmaster(pid);
  return undefined;
}

function hasLivingOwner({ ownerFile }: ClusterPlace): boolean {
  if (!existsSync(ownerFile)) return false;
  const pid = Number(readFileSync(ownerFile, 'utf8'));
  return pid !== process.pid && isAlive(pid);
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined); // a connection that breaks here is an answer too: no
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function keepRunning(
  binaries: PostgresBinaries,
  account: OsAccount,
  place: ClusterPlace,
  options: EmbeddedOptions,
): Promise<Running> {
  const settings = { ...options.settings };
  const start = { cluster: place.cluster, log: place.log, settings };
  const first = await startPostmaster(binaries, account, start);
  let child = first.child;
  let isStopping = false;
  const onExit = (): void => {
    if (!isStopping && child.exitCode === null) child.kill('SIGINT');
  };
  process.on('exit', onExit);
  const watch = (): void => {
    child.once('exit', () => {
      if (!isStopping) setTimeout(restart, restartPauseMs);
    });
  };
  const restart = (): void => {
    if (isStopping) return;
    options.onMessage?.('the embedded PostgreSQL ended by itself and is started again');
    startPostmaster(binaries, account, { ...start, port: first.port }).then(
      (next) => {
        child = next.child;
        watch();
      },
      (error: unknown) => {
        options.onMessage?.(String(error));
        setTimeout(restart, restartPauseMs * 10);
      },
    );
  };
  watch();
  return {
    origin: 'started',
    port: first.port,
    pid: () => child.pid ?? -1,
    async stop() {
      isStopping = true;
      process.off('exit', onExit);
      if (child.pid !== undefined && child.exitCode === null) await stopPostmaster(child.pid);
    },
  };
}

function url(user: string, password: string, port: number, database: string): string {
  return `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;
}

function superuserUrl(place: ClusterPlace, port: number, database: string): string {
  return url('postgres', place.passwords.superuser, port, database);
}

function roleUrls({ passwords }: ClusterPlace, port: number): RoleUrls {
  return {
    owner: url(ownerRole, passwords.owner, port, databaseName),
    app: url(appRole, passwords.app, port, databaseName),
    queue: url(queueRole, passwords.queue, port, databaseName),
  };
}

/** Roles and database, made when missing; passwords follow database.json. */
async function provision(place: ClusterPlace, port: number): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl(place, port, 'postgres') });
  await client.connect();
  try {
    const { rows } = await client.query<{ roles: number; databases: number }>(
      `SELECT (SELECT count(*)::int FROM pg_roles WHERE rolname = ANY($1)) AS roles,
              (SELECT count(*)::int FROM pg_database WHERE datname = $2) AS databases`,
      [[ownerRole, appRole, queueRole], databaseName],
    );
    if (rows[0]?.roles !== 3) await makeRoles(client, place);
    if (rows[0]?.databases !== 1) {
      await client.query(`CREATE DATABASE ${databaseName} OWNER ${ownerRole}`);
    }
  } finally {
    await client.end();
  }
}

async function makeRoles(client: pg.Client, { passwords }: ClusterPlace): Promise<void> {
  const wanted = { [ownerRole]: passwords.owner, [appRole]: passwords.app };
  for (const [role, secret] of Object.entries({ ...wanted, [queueRole]: passwords.queue })) {
    const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
    const verb = rowCount === 0 ? 'CREATE' : 'ALTER';
    await client.query(`${verb} ROLE ${role} LOGIN PASSWORD ${client.escapeLiteral(secret)}`);
  }
}
