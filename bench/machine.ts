import { availableParallelism, cpus, loadavg, totalmem, type as systemName } from 'node:os';
import type { Db } from '../packages/server/src/platform/db/index.ts';

export interface Computer {
  readonly cores: number;
  readonly processor: string;
  readonly memoryGiB: number;
  readonly system: string;
  readonly node: string;
  /** How busy others kept the machine just before: the load average of one minute. */
  readonly loadBefore: number;
  /** The day of the run, ISO. */
  readonly measuredOn: string;
}

export interface Machine extends Computer {
  readonly postgres: string;
  /** Settings that decide how long a commit takes. */
  readonly durability: string;
}

/** Before anything is measured: afterwards the load is our own. */
export function loadNow(): number {
  return loadavg()[0] ?? 0;
}

export async function describeMachine(db: Db, loadBefore: number): Promise<Machine> {
  const [row] = await db.query<{ version: string; durability: string }>(
    `SELECT current_setting('server_version') AS version,
       format('fsync %s, synchronous_commit %s', current_setting('fsync'),
         current_setting('synchronous_commit')) AS durability`,
  );
  return {
    ...describeComputer(loadBefore),
    postgres: row?.version ?? 'unknown',
    durability: row?.durability ?? 'unknown',
  };
}

export function describeComputer(loadBefore: number): Computer {
  return {
    cores: availableParallelism(),
    processor: cpus()[0]?.model ?? 'unknown',
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${systemName()} ${process.arch}`,
    node: process.version,
    loadBefore,
    measuredOn: new Date().toISOString().slice(0, 10),
  };
}
