/**
 * Does what the law attaches to limits as they run out, and tells staff what turned yellow or red.
 * Every look is an index range scan over what lies between the last look and now. It is a help,
 * not a condition: commands apply lapses by themselves before anything else.
 */
import type { Instant } from '@yichuang/kernel/time';
import { runCommand } from '../cases/index.ts';
import {
  findLapsed,
  findRunOut,
  findTurned,
  readLastLook,
  writeLastLook,
} from './clock-sweep.pg.ts';
import { remindOfDebt } from './remind-of-debt.ts';
import { tellHolders } from './tell-holders.ts';
import type { TimekeeperDeps } from './timekeeper-deps.ts';

export interface Timekeeper {
  /** One look; also called when a demo's clock was moved. Resolves to the number of lapses. */
  look(): Promise<number>;
  start(everyMs: number): void;
  stop(): Promise<void>;
}

/** Cases a sweep acts on before it looks again: keeps one transaction's work bounded. */
const BATCH = 200;

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
  const runOut = since === undefined ? 0 : await applyRunOut(deps, since, now);
  await tellTurned(deps, since, now);
  return lapses + runOut;
}

/** Before the look is written down: after a crash in between, it is looked at once more. */
async function applyRunOut(deps: TimekeeperDeps, since: Instant, now: Instant): Promise<number> {
  let done = 0;
  for (const { caseId, ruleId } of await findRunOut(deps.db, deps.tenantId, since, now)) {
    try {
      await applyLapse(deps, caseId, ruleId);
      done += 1;
    } catch (error) {
      deps.onError(error);
    }
  }
  return done;
}

/** One case that cannot be carried on keeps neither the others nor the lights waiting. */
async function applyLapses(deps: TimekeeperDeps, now: Instant): Promise<number> {
  const tried = new Set<string>();
  let done = 0;
  let limit = BATCH;
  for (;;) {
    const lapsed = await findLapsed(deps.db, deps.tenantId, now, limit);
    const fresh = lapsed.filter(({ caseId }) => !tried.has(caseId));
    for (const { caseId, ruleId } of fresh) {
      try {
        await applyLapse(deps, caseId, ruleId);
        done += 1;
      } catch (error) {
        deps.onError(error);
      }
      // Done or not, it is not taken up twice in one look: the look has to end.
      tried.add(caseId);
    }
    if (lapsed.length < limit) return done;
    if (fresh.length === 0) limit *= 2; // those that stay would hide the rest
  }
}

async function applyLapse(deps: TimekeeperDeps, caseId: string, ruleId: string): Promise<void> {
  const outcome = await runCommand(deps, deps.cases, {
    caseId,
    command: { type: 'ApplyLapses' },
    actor: { kind: 'system', rule: ruleId },
  });
  if (!outcome.ok) throw new Error(`a lapse was refused: ${outcome.refusals[0]?.code}`);
}

async function tellTurned(
  deps: TimekeeperDeps,
  since: Instant | undefined,
  now: Instant,
): Promise<void> {
  if (since !== undefined && since >= now) return;
  const turned = since === undefined ? [] : await findTurned(deps.db, deps.tenantId, since, now);
  await deps.db.tx(async (tx) => {
    for (const clock of turned) {
      await (clock.kind === 'debt' ? remindOfDebt(deps, tx, clock) : tellHolders(deps, tx, clock));
    }
    await writeLastLook(tx, deps.tenantId, now);
  });
  if (turned.length > 0) deps.jobs.wake();
}
