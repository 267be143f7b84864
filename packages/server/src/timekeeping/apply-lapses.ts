/** What the law attaches to limits that ran out, brought about as acts of the system. */
import { decide, type Actor, type CaseState, type ItemDefinition } from '@yichuang/kernel/case';
import type { Instant } from '@yichuang/kernel/time';
import { contextOf, runCommand } from '../cases/index.ts';
import { findLapsed, findRunOut, readStates, type RunOut } from './clock-sweep.pg.ts';
import type { TimekeeperDeps } from './timekeeper-deps.ts';

/** Cases a sweep acts on before it looks again: keeps one transaction's work bounded. */
const BATCH = 200;

const COMMAND = { type: 'ApplyLapses' } as const;

/**
 * Limits that ran out between two looks. Most bring nothing about: that is decided on what was
 * read for many at once, and only the others become commands. Before the look is written down:
 * after a crash in between, it is looked at once more.
 *
 * @returns how many cases were carried on
 */
export async function applyRunOut(
  deps: TimekeeperDeps,
  since: Instant,
  now: Instant,
): Promise<number> {
  const runOut = await findRunOut(deps.db, deps.tenantId, since, now);
  const itemOf = rememberedItems(deps);
  let done = 0;
  for (let i = 0; i < runOut.length; i += BATCH) {
    const some = runOut.slice(i, i + BATCH);
    const caseIds = some.map(({ caseId }) => caseId);
    const states = await readStates(deps.db, deps.tenantId, caseIds);
    for (const lapse of some) {
      const state = states.get(lapse.caseId);
      if (state === undefined) continue;
      const isDone = await attempt(deps, async () => {
        if (!(await bringsAbout(deps, state, lapse.ruleId, itemOf))) return false;
        await applyLapse(deps, lapse);
        return true;
      });
      if (isDone === true) done += 1;
    }
  }
  return done;
}

/** One case that cannot be carried on keeps neither the others nor the lights waiting. */
export async function applyLapses(deps: TimekeeperDeps, now: Instant): Promise<number> {
  const tried = new Set<string>();
  let done = 0;
  let limit = BATCH;
  for (;;) {
    const lapsed = await findLapsed(deps.db, deps.tenantId, now, limit);
    const fresh = lapsed.filter(({ caseId }) => !tried.has(caseId));
    for (const lapse of fresh) {
      if ((await attempt(deps, () => applyLapse(deps, lapse))) !== undefined) done += 1;
      // Done or not, it is not taken up twice in one look: the look has to end.
      tried.add(lapse.caseId);
    }
    if (lapsed.length < limit) return done;
    if (fresh.length === 0) limit *= 2; // those that stay would hide the rest
  }
}

/** Undefined when it failed, which was told. */
async function attempt<T>(deps: TimekeeperDeps, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    deps.onError(error);
    return undefined;
  }
}

function systemActor(rule: string): Actor {
  return { kind: 'system', rule };
}

type ItemOf = (state: CaseState) => Promise<ItemDefinition | undefined>;

/** A published version never changes: read once a look, however many cases have it. */
function rememberedItems({ findItem }: Pick<TimekeeperDeps, 'findItem'>): ItemOf {
  const known = new Map<string, Promise<ItemDefinition | undefined>>();
  return ({ itemCode, itemVersion }) => {
    const key = `${itemCode}@${itemVersion}`;
    const found = known.get(key) ?? findItem(itemCode, itemVersion);
    known.set(key, found);
    return found;
  };
}

async function bringsAbout(
  deps: TimekeeperDeps,
  state: CaseState,
  ruleId: string,
  itemOf: ItemOf,
): Promise<boolean> {
  const item = await itemOf(state);
  if (item === undefined) throw new Error(`item ${state.itemCode} is gone`);
  const context = contextOf(deps, systemActor(ruleId), item, await deps.directory.staff());
  const outcome = decide(state, COMMAND, context);
  return !outcome.ok || outcome.events.length > 0;
}

async function applyLapse(deps: TimekeeperDeps, { caseId, ruleId }: RunOut): Promise<'applied'> {
  const actor = systemActor(ruleId);
  const outcome = await runCommand(deps, deps.cases, { caseId, command: COMMAND, actor });
  if (!outcome.ok) throw new Error(`a lapse was refused: ${outcome.refusals[0]?.code}`);
  return 'applied';
}
