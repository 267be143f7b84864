/**
 * Does what the law attaches to limits as they run out, and tells who has to know what turned
 * yellow or red. Every look is an index range scan over what lies between the last look and now. It
 * is a help, not a condition: commands apply lapses by themselves before anything else.
 */
import type { Instant } from '@yichuang/kernel/time';
import { applyLapses, applyRunOut } from './apply-lapses.ts';
import {
  findTurned,
  readLastLook,
  takeLastLook,
  writeLastLook,
  type TurnedClock,
} from './clock-sweep.pg.ts';
import { tellDigest } from './tell-digest.ts';
import { tellTurned } from './tell-turned.ts';
import type { TimekeeperDeps } from './timekeeper-deps.ts';

export interface Timekeeper {
  /** One look; also called when a demo's clock was moved. Resolves to the number of lapses. */
  look(): Promise<number>;
  start(everyMs: number): void;
  stop(): Promise<void>;
}

/** Told in one transaction; more than anybody's midnight has, except after a clock was moved. */
const PART = 5_000;

export function createTimekeeper(deps: TimekeeperDeps): Timekeeper {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<number> = Promise.resolve(0);
  const look = (): Promise<number> => {
    running = running.catch(() => 0).then(() => lookOnce(deps));
    return running;
  };
  return {
    look,
    start(everyMs) {
      timer = setInterval(() => {
        look().catch(deps.onError);
      }, everyMs);
      timer.unref();
    },
    async stop() {
      clearInterval(timer);
      await running.catch(() => 0);
    },
  };
}

async function lookOnce(deps: TimekeeperDeps): Promise<number> {
  const now = deps.clock.now();
  const since = await readLastLook(deps.db, deps.tenantId);
  const lapses = await applyLapses(deps, now);
  if (since === undefined) {
    await writeLastLook(deps.db, deps.tenantId, now);
    return lapses;
  }
  if (since >= now) return lapses;
  const runOut = await applyRunOut(deps, since, now);
  await turnLights(deps, since, now);
  return lapses + runOut;
}

async function turnLights(deps: TimekeeperDeps, since: Instant, now: Instant): Promise<void> {
  const { db, tenantId } = deps;
  const turned = await findTurned(db, tenantId, since, now);
  const parts = partsOf(turned);
  await db.tx(async (tx) => {
    // Another process has looked meanwhile: told once is enough.
    if ((await takeLastLook(tx, tenantId)) !== since) return;
    for (const part of parts) {
      await tellTurned(deps, tx, part, since);
      await deps.onTurned?.(tx, part);
    }
    await tellDigest(deps, tx, since, now);
    await writeLastLook(tx, tenantId, now);
  });
  if (turned.length > 0) deps.jobs.wake();
}

function partsOf(turned: readonly TurnedClock[]): TurnedClock[][] {
  const count = Math.ceil(turned.length / PART);
  return Array.from({ length: count }, (_, i) => turned.slice(i * PART, (i + 1) * PART));
}
