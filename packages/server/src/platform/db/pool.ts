import pg from 'pg';
import { isRetryable, toOperatingError } from './database-error.ts';
import { rowTypes } from './row-types.ts';

/** A statement; with `name` the driver prepares it once a connection and reuses the plan. */
export interface Statement {
  readonly name?: string;
  readonly text: string;
  readonly values?: readonly unknown[];
}

export type Row = object;

export interface TxOptions {
  /**
   * `rolled-back` (default): run again after a serialisation failure or deadlock.
   * `idempotent`: also after a lost connection; only for work guarded by an idempotency key.
   */
  readonly retry?: 'never' | 'rolled-back' | 'idempotent';
  readonly isolation?: 'read committed' | 'repeatable read';
}

/**
 * Rows come back as plain objects: int8 as number, date as 'YYYY-MM-DD', timestamptz as an
 * Instant ('…T…Z', milliseconds), json parsed.
 * @throws Unavailable, Conflict, Timeout, ConstraintViolation; else the driver's own error.
 */
export interface Db {
  query<T extends Row = Record<string, unknown>>(
    statement: string | Statement,
    values?: readonly unknown[],
  ): Promise<T[]>;
  /** Runs `work` in one transaction; inside a transaction it joins the one that is open. */
  tx<T>(work: (tx: Db) => Promise<T>, options?: TxOptions): Promise<T>;
}

export interface Database extends Db {
  /** New connections from now on; ANALYZE and this after bulk loading, or old plans stay. */
  renewConnections(): Promise<void>;
  readonly counts: () => { total: number; idle: number; waiting: number };
  stop(): Promise<void>;
}

export interface PoolOptions {
  readonly url: string;
  readonly max?: number;
  readonly statementTimeoutMs?: number;
  readonly applicationName?: string;
  /** Told of a connection that broke while idle; the pool replaces it by itself. */
  readonly onIdleError?: (error: Error) => void;
}

const attempts = 4;

interface Runner {
  query(config: pg.QueryConfig): Promise<pg.QueryResult>;
}

async function run<T extends Row>(
  runner: Runner,
  statement: string | Statement,
  values?: readonly unknown[],
): Promise<T[]> {
  const {
    name,
    text,
    values: own,
  } = typeof statement === 'string' ? { name: undefined, text: statement, values } : statement;
  const config: pg.QueryConfig = { text };
  if (name !== undefined) config.name = name;
  const given = own ?? values;
  if (given !== undefined) config.values = [...given];
  try {
    return (await runner.query(config)).rows as T[];
  } catch (error) {
    throw toOperatingError(error);
  }
}

function joined(client: pg.PoolClient): Db {
  const db: Db = {
    query: (statement, values) => run(client, statement, values),
    tx: (work) => work(db),
  };
  return db;
}

async function connect(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    throw toOperatingError(error);
  }
}

async function once<T>(
  pool: pg.Pool,
  work: (tx: Db) => Promise<T>,
  isolation: string | undefined,
): Promise<T> {
  const client = await connect(pool);
  let broken: Error | undefined;
  // Without a listener a connection lost between two statements would end the process.
  const onError = (error: Error): void => {
    broken = error;
  };
  client.on('error', onError);
  try {
    await run(client, isolation === undefined ? 'BEGIN' : `BEGIN ISOLATION LEVEL ${isolation}`);
    const result = await work(joined(client));
    await run(client, 'COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((failure: unknown) => {
      broken = failure instanceof Error ? failure : new Error(String(failure));
    });
    throw error;
  } finally {
    client.off('error', onError);
    client.release(broken);
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function newPool(options: PoolOptions): pg.Pool {
  const statementMs = options.statementTimeoutMs ?? 15_000;
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.max ?? 10,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    maxLifetimeSeconds: 1_800,
    keepAlive: true,
    application_name: options.applicationName ?? 'yichuang',
    // A server that vanished without a word never answers: the client's own limit is longer.
    query_timeout: statementMs + 5_000,
    statement_timeout: statementMs,
    lock_timeout: Math.min(statementMs, 10_000),
    idle_in_transaction_session_timeout: 60_000,
    options: '-c timezone=UTC -c datestyle=ISO',
    types: rowTypes,
  });
  pool.on('error', (error) => options.onIdleError?.(error));
  return pool;
}

/**
 * A pool that survives the loss of its database: broken connections are dropped, the next query
 * connects afresh, and nothing needs a restart when the database is back.
 */
export function openPool(options: PoolOptions): Database {
  let pool = newPool(options);
  const db: Database = {
    query: async (statement, values) => run(pool, statement, values),
    async tx(work, { retry = 'rolled-back', isolation } = {}) {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await once(pool, work, isolation);
        } catch (error) {
          const again = retry !== 'never' && attempt < attempts && isRetryable(error, retry);
          if (!again) throw error;
          await pause(20 * 3 ** (attempt - 1));
        }
      }
    },
    async renewConnections() {
      const old = pool;
      pool = newPool(options);
      await old.end();
    },
    counts: () => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    stop: () => pool.end(),
  };
  return db;
}
