/**
 * Keeps the trial county of one real county: off, starting, running or failed. One act at a time;
 * `running` alone has an open site. A reset opens the next generation under a new tenant id and
 * retires the last: events are never deleted where the county runs, so nothing is emptied. What is
 * retired is purged behind it.
 */
import type { TrialLoad, TrialMove, TrialView } from '@yichuang/contracts';
import { instant, instantMs } from '@yichuang/kernel/time';
import type { Clock } from '../platform/clock/index.ts';
import type { Db } from '../platform/db/index.ts';
import type { Refusal } from '../platform/refusal.ts';
import type { OpenTrial, OpenTrialSite } from './open-trial.ts';
import { trialIdOf } from './trial-pack.ts';
import { listRetired, readFigures, readTrialState, writeTrialState } from './trial-store.pg.ts';

export type TrialOutcome<T = undefined> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

export interface TrialHost {
  view(): Promise<Omit<TrialView, 'isInside'>>;
  /** Opens in the background; `view` says when it runs. @param by nobody: from within the trial */
  start(by?: TrialKeeper): Promise<TrialOutcome>;
  stop(by?: TrialKeeper): Promise<TrialOutcome>;
  /** A new, empty generation, or one that is filled. */
  reset(by?: TrialKeeper, load?: TrialLoad): Promise<TrialOutcome>;
  move(step: TrialMove): Promise<TrialOutcome>;
  accounts(): TrialOutcome<ReturnType<OpenTrial['accounts']>>;
  /** At the process's start, once the real county listens: opens a trial that was left on. */
  resume(): Promise<void>;
  /** Resolves when nothing is being opened or purged. */
  settled(): Promise<void>;
  /** At the process's end; the trial stays on for the next start. */
  close(): Promise<void>;
}

/** Who of the real county did it. */
export interface TrialKeeper {
  readonly personId: string;
  readonly name: string;
}

/** What is done to a trial, as the real county's journal has it. */
export interface TrialAct {
  readonly type: 'TrialStarted' | 'TrialStopped' | 'TrialReset';
  readonly by: TrialKeeper | undefined;
  readonly data: object;
}

export interface TrialHostDeps {
  readonly db: Db;
  readonly countyId: string;
  readonly wallClock: Clock;
  readonly open: OpenTrialSite;
  /** Its rows and its files. */
  readonly purge: (trialId: string) => Promise<unknown>;
  readonly record: (act: TrialAct) => Promise<void>;
  readonly onError: (error: unknown, where: string) => void;
}

const done = { ok: true, value: undefined } as const;

function refuse(code: string): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal: { code } };
}

export function createTrialHost(deps: TrialHostDeps): TrialHost {
  const { db, countyId, wallClock } = deps;
  let site: OpenTrial | undefined;
  let state: TrialView['state'] = 'off';
  let work: Promise<void> = Promise.resolve();
  let purging: Promise<void> = Promise.resolve();

  const purge = async (generation: number): Promise<void> => {
    for (const trialId of await listRetired(db, countyId, trialIdOf(countyId, generation))) {
      await deps.purge(trialId);
    }
  };
  const purgeBehind = (generation: number): void => {
    purging = purging
      .then(() => purge(generation))
      .catch((error: unknown) => deps.onError(error, 'purge of a trial county'));
  };
  const close = async (): Promise<void> => {
    await site?.stop();
    site = undefined;
  };
  /** One after the other; whoever asks in between is told that it is busy. */
  const open = (generation: number, load?: TrialLoad): void => {
    state = 'starting';
    work = (async () => {
      try {
        await close();
        const trialId = trialIdOf(countyId, generation);
        site = await deps.open({ trialId, ...(load && { load }) });
        state = 'running';
        purgeBehind(generation);
      } catch (error) {
        state = 'failed';
        deps.onError(error, 'trial county');
      }
    })();
  };
  const switchOn = async (generation: number, load?: TrialLoad): Promise<void> => {
    await writeTrialState(db, countyId, { generation, isOn: true }, wallClock.now());
    open(generation, load);
  };
  let isBusy = false;
  /** Two at once would open one generation twice, on one port. */
  const alone = async (act: () => Promise<TrialOutcome>): Promise<TrialOutcome> => {
    if (isBusy || state === 'starting') return refuse('trial-busy');
    isBusy = true;
    try {
      return await act();
    } finally {
      isBusy = false;
    }
  };
  return {
    async view() {
      const { generation } = await readTrialState(db, countyId);
      const current = trialIdOf(countyId, generation);
      const toPurge = (await listRetired(db, countyId, current)).length;
      const base = { state, generation, toPurge };
      if (state !== 'running' || site === undefined) return base;
      const now = site.now();
      const filling = site.filling();
      const figures = await readFigures(db, site.trialId, now);
      return { ...base, url: site.url, now, figures, ...(filling && { filling }) };
    },
    start: (by) =>
      alone(async () => {
        if (state === 'running') return done;
        const { generation } = await readTrialState(db, countyId);
        const next = Math.max(1, generation);
        await deps.record({ type: 'TrialStarted', by, data: { generation: next } });
        await switchOn(next);
        return done;
      }),
    stop: (by) =>
      alone(async () => {
        const { generation } = await readTrialState(db, countyId);
        await deps.record({ type: 'TrialStopped', by, data: { generation } });
        await writeTrialState(db, countyId, { generation, isOn: false }, wallClock.now());
        state = 'off';
        work = close();
        return done;
      }),
    reset: (by, load) =>
      alone(async () => {
        const { generation } = await readTrialState(db, countyId);
        const data = { generation: generation + 1, ...(load && { load }) };
        await deps.record({ type: 'TrialReset', by, data });
        await switchOn(generation + 1, load);
        return done;
      }),
    async move(step) {
      if (state !== 'running' || site === undefined) return refuse('trial-not-running');
      if (site.filling()?.state === 'filling') return refuse('trial-filling');
      if (!('until' in step)) {
        await site.move(step);
        return done;
      }
      const now = site.now();
      const { nextYellowAt, nextRedAt } = await readFigures(db, site.trialId, now);
      const at = step.until === 'yellow' ? nextYellowAt : nextRedAt;
      if (at === undefined) return refuse('trial-nothing-ahead');
      await site.move({ ms: instantMs(instant(at)) - instantMs(now) });
      return done;
    },
    accounts() {
      if (state !== 'running' || site === undefined) return refuse('trial-not-running');
      return { ok: true, value: site.accounts() };
    },
    async resume() {
      try {
        const { generation, isOn } = await readTrialState(db, countyId);
        if (isOn) open(generation);
        else if (generation > 0) purgeBehind(generation);
        await work;
      } catch (error) {
        deps.onError(error, 'trial county');
      }
    },
    async settled() {
      await work;
      await purging;
    },
    async close() {
      await work;
      await purging;
      await close();
    },
  };
}
