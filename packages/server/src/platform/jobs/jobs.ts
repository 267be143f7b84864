import { Logger, makeWorkerUtils, run, type Runner, type TaskList } from 'graphile-worker';
import { queueSchema } from '../db/migrate-queue.ts';
import type { Database, Db } from '../db/pool.ts';

/**
 * Every job belongs to one tenant and is run by that tenant's workers alone: the queue knows it as
 * `name:tenant` (function enqueue_job), so that a trial county's workers never see a real one's.
 */
export interface JobPayload {
  readonly tenantId: string;
}

export interface JobRun {
  readonly jobId: string;
  /** 1 on the first try. */
  readonly attempt: number;
}

/**
 * Runs at least once: a process may die between the work and its mark, so a handler first looks
 * whether its effect is there. A throw means "again later", with growing pauses, 25 times.
 */
export type JobHandler<P extends JobPayload = JobPayload> = (
  payload: P,
  run: JobRun,
) => Promise<void>;

export interface EnqueueOptions {
  /** A waiting job of that key is replaced: "refresh the index of case 7" once, not ten times. */
  readonly key?: string;
  /** Not before this instant of real time (systemClock), not of a demo's moved clock. */
  readonly runAt?: string;
}

/**
 * Background work in the same database. The transaction that changes a case also enqueues what
 * follows from it, so neither can be lost alone. No job may be all that keeps a limit correct.
 */
export interface Jobs {
  /** Before `start`. @param schedule cron, minutes and up, UTC; payload is then only tenantId */
  register<P extends JobPayload>(name: string, handler: JobHandler<P>, schedule?: string): void;
  /** Takes effect when the caller's transaction commits; call `wake` after that. */
  enqueueInTx<P extends JobPayload>(
    tx: Db,
    name: string,
    payload: P,
    options?: EnqueueOptions,
  ): Promise<void>;
  /** Lets workers look at once instead of at their next poll; gathered over 20 ms. */
  wake(): void;
  start(): Promise<void>;
  readonly isRunning: () => boolean;
  /** Waits for running jobs. */
  stop(): Promise<void>;
}

export interface JobsOptions {
  readonly db: Database;
  readonly queueUrl: string;
  /** Whose jobs these workers run. */
  readonly tenantId: string;
  readonly concurrency?: number;
  /** No other process runs this tenant's jobs: what is locked at the start, nobody works on. */
  readonly isAlone?: boolean;
  /** Told of a handler that threw (it will be tried again) and of a lost queue. No payloads. */
  readonly onError?: (error: unknown, jobName: string) => void;
}

const wakeDelayMs = 20;
const restartDelayMs = 2_000;
const failuresUntilRestart = 6;
const namePattern = /^[a-z][a-z0-9-]*$/;

interface Registered {
  readonly handler: JobHandler<never>;
  readonly schedule?: string;
}

export function createJobs(options: JobsOptions): Jobs {
  const registered = new Map<string, Registered>();
  const tell = options.onError ?? (() => undefined);
  let runner: Runner | undefined;
  let isStopping = false;
  let wakeTimer: NodeJS.Timeout | undefined;

  const startOnce = async (): Promise<void> => {
    const started = await startRunner(options, registered, tell);
    runner = started;
    watch(started);
    started.promise.then(again, again);
  };
  const keepRunning = async (): Promise<void> => {
    if (isStopping) return;
    try {
      await startOnce();
    } catch (error) {
      tell(error, 'queue');
      again();
    }
  };
  // The worker ends when its database does; the program does not.
  const again = (): void => {
    runner = undefined;
    if (!isStopping) setTimeout(() => void keepRunning(), restartDelayMs).unref();
  };

  return {
    register(name, handler, schedule) {
      if (!namePattern.test(name)) throw new Error(`a job is named in-small-letters, not ${name}`);
      if (registered.has(name)) throw new Error(`two handlers for the job ${name}`);
      if (runner !== undefined) throw new Error(`${name} is registered after the start`);
      registered.set(name, { handler, ...(schedule !== undefined && { schedule }) });
    },
    async enqueueInTx(tx, name, payload, { key, runAt } = {}) {
      await enqueue(tx, name, payload, key, runAt);
    },
    wake() {
      // A job that ends while the workers stop wakes nobody: the next start finds what waits.
      if (isStopping) return;
      wakeTimer ??= setTimeout(() => {
        wakeTimer = undefined;
        notify(options.db).catch((error: unknown) => tell(error, 'queue'));
      }, wakeDelayMs);
    },
    async start() {
      isStopping = false;
      await freeAbandoned(options);
      await startOnce();
    },
    isRunning: () => runner !== undefined,
    async stop() {
      isStopping = true;
      clearTimeout(wakeTimer);
      await runner?.stop();
      runner = undefined;
    },
  };
}

/** Longer than any job takes. */
const ABANDONED = '10 minutes';

/**
 * A process that died in a job leaves it locked, and the queue itself waits four hours before it
 * gives it to somebody else. A job that is run twice at once does nothing twice (JobHandler).
 */
async function freeAbandoned({ queueUrl, tenantId, isAlone }: JobsOptions): Promise<void> {
  const utils = await makeWorkerUtils({
    connectionString: queueUrl,
    schema: queueSchema,
    logger: new Logger(() => () => undefined),
  });
  try {
    const workers = await utils.withPgClient(async (client) => {
      const { rows } = await client.query<{ locked_by: string }>(
        `SELECT DISTINCT locked_by FROM ${queueSchema}.jobs
         WHERE locked_by IS NOT NULL AND locked_at <= now() - $2::interval
           AND task_identifier LIKE '%:' || $1`,
        [tenantId, isAlone === true ? '0' : ABANDONED],
      );
      return rows.map(({ locked_by: worker }) => worker);
    });
    if (workers.length > 0) await utils.forceUnlockWorkers(workers);
  } finally {
    await utils.release();
  }
}

/**
 * graphile-worker 0.18 keeps the answer of its first query, even when that is an error: a
 * connection lost at that moment would keep every worker from ever finding a job. So after some
 * failures in a row the runner is stopped, and a fresh one is started in its place.
 */
function watch(runner: Runner): void {
  let failures = 0;
  runner.events.on('worker:getJob:empty', () => (failures = 0));
  runner.events.on('job:start', () => (failures = 0));
  runner.events.on('worker:getJob:error', () => {
    failures += 1;
    if (failures === failuresUntilRestart) runner.stop().catch(() => undefined); // ends `promise`
  });
}

async function enqueue(
  db: Db,
  name: string,
  payload: JobPayload,
  key?: string,
  runAt?: string,
): Promise<void> {
  await db.query({
    name: 'enqueue-job',
    text: 'SELECT enqueue_job($1, $2, $3, $4)',
    values: [name, JSON.stringify(payload), key ?? null, runAt ?? null],
  });
}

async function notify(db: Db): Promise<void> {
  await db.query(`SELECT pg_notify('jobs:insert', '{"count":8}')`);
}

function startRunner(
  options: JobsOptions,
  registered: ReadonlyMap<string, Registered>,
  tell: (error: unknown, jobName: string) => void,
): Promise<Runner> {
  const taskList: TaskList = {};
  const crontab: string[] = [];
  for (const [name, { handler, schedule }] of registered) {
    const ownName = `${name}:${options.tenantId}`;
    // Jobs of before the upgrade to tenants' own names wait under the bare one; whoever finds them
    // hands them to the tenant that they belong to.
    taskList[name] = (payload) => enqueue(options.db, name, payload as JobPayload);
    taskList[ownName] = async (payload, helpers) => {
      const { id, attempts } = helpers.job;
      try {
        await handler(payload as never, { jobId: String(id), attempt: attempts });
      } catch (error) {
        tell(error, name);
        throw error;
      }
    };
    if (schedule !== undefined) {
      crontab.push(`${schedule} ${ownName} ${JSON.stringify({ tenantId: options.tenantId })}`);
    }
  }
  return run({
    connectionString: options.queueUrl,
    schema: queueSchema,
    taskList,
    crontab: crontab.join('\n'),
    concurrency: options.concurrency ?? 2,
    maxPoolSize: (options.concurrency ?? 2) + 2,
    pollInterval: 1_000,
    noHandleSignals: true, // the program stops its parts in its own order
    // The queue's own log lines hold payloads; failures reach `tell` without them.
    logger: new Logger(() => () => undefined),
  });
}
