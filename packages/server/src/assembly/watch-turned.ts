import type { Db } from '../platform/db/index.ts';
import type { JobPayload, Jobs } from '../platform/jobs/index.ts';
import type { Watcher } from '../supervision/index.ts';
import type { TurnedClock } from '../timekeeping/index.ts';

interface WatchTurned extends JobPayload {
  readonly caseIds: readonly string[];
}

const JOB = 'watch-turned';
/** Each case is read with its events: a job of more would hold a worker for long. */
const CASES_A_JOB = 100;

/**
 * Rules are asked of what turned in jobs that are written with the look itself: a thousand cases at
 * midnight keep the lights waiting for nobody's rules, and none is forgotten.
 *
 * @returns what the timekeeper calls with the clocks that turned
 */
export function registerWatchTurned(
  jobs: Jobs,
  watcher: Pick<Watcher, 'watchTurned'>,
  tenantId: string,
): (tx: Db, turned: readonly TurnedClock[]) => Promise<void> {
  jobs.register<WatchTurned>(JOB, ({ caseIds }) =>
    watcher.watchTurned(caseIds.map((caseId) => ({ caseId }))),
  );
  return async (tx, turned) => {
    const cases = [...new Set(turned.map(({ caseId }) => caseId))];
    for (let i = 0; i < cases.length; i += CASES_A_JOB) {
      const caseIds = cases.slice(i, i + CASES_A_JOB);
      await jobs.enqueueInTx<WatchTurned>(tx, JOB, { tenantId, caseIds });
    }
  };
}
