import type { TrialFilling, TrialLoad } from '@yichuang/contracts';
import { addMs, instantMs } from '@yichuang/kernel/time';
import type { App } from '../platform/http/index.ts';
import { readFilling, runLoad, WEEK_MS, writeFilling, type LoadCounts } from '../trial/index.ts';
import type { Parts } from './assemble.ts';
import { loadCounty } from './load-county.ts';

export interface Filler {
  now(): TrialFilling | undefined;
  /** Lets the act under way end; the rest is taken up at the next opening. */
  stop(): Promise<void>;
}

/**
 * Fills a trial in the background: a new one as `begun`, one that was broken off by what it has
 * kept of its load. The real clock is where it ends, so that it ends on the day it was asked for.
 */
export async function startFilling(
  parts: Parts,
  app: App,
  begun: TrialFilling | undefined,
  onError: (error: unknown, where: string) => void,
): Promise<Filler> {
  const { deps, wallClock } = parts;
  const kept = await readFilling(deps.db, deps.tenantId);
  let filling = kept ?? begun;
  let isStopped = false;
  const keep = async (next: TrialFilling): Promise<void> => {
    filling = next;
    await writeFilling(deps.db, deps.tenantId, next, wallClock.now());
  };
  const run = async (from: TrialFilling): Promise<void> => {
    const { size, weeks, seed, planned, filed } = from;
    const until = wallClock.now();
    const county = loadCounty(parts, app, until);
    const began = addMs(until, -weeks * WEEK_MS);
    const isLater = instantMs(county.now()) > instantMs(began);
    try {
      await keep({ ...from, state: 'filling' });
      await runLoad({
        county,
        load: { size, weeks, seed },
        count: planned,
        from: isLater ? county.now() : began,
        done: filed,
        keep,
        isStopped: () => isStopped,
      });
    } catch (error) {
      onError(error, 'invented load');
      await keep({ ...(filling ?? from), state: 'failed' });
    }
  };
  const running = filling?.state === 'filling' ? run(filling) : Promise.resolve();
  return {
    now: () => filling,
    async stop() {
      isStopped = true;
      await running.catch(() => undefined);
    },
  };
}

/** How a load stands before its first filing. */
export function firstOf(load: TrialLoad, counts: LoadCounts): TrialFilling {
  return { ...load, state: 'filling', planned: counts[load.size], filed: 0 };
}
