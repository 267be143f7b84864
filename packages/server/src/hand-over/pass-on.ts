/** Tasks and copies passed on, each by a command of its own with its own result. */
import { randomUUID } from 'node:crypto';
import type { HandOverReport, HoldingsView } from '@yichuang/contracts';
import { runCommand, staffActor, type CaseDeps, type CaseStore } from '../cases/index.ts';
import type { Session } from '../platform/http/index.ts';
import type { Refusal } from '../platform/refusal.ts';
import type { UnreadCopy } from './holdings.pg.ts';

export interface PassOnDeps extends CaseDeps {
  readonly cases: CaseStore;
  /** Commands of one request, some seconds of work at most; 200 unless told. */
  readonly mostAtOnce?: number;
}

type Running = Parameters<typeof runCommand>[2]['command'];

interface Act {
  readonly caseId: string;
  readonly command: Running;
  /** A copy holds nothing up: one that cannot be passed on keeps nobody here. */
  readonly task?: HoldingsView['tasks'][number];
}

export interface Round extends Pick<HandOverReport, 'handedOver' | 'left'> {
  readonly failed: readonly {
    readonly task: HoldingsView['tasks'][number];
    readonly refusal: Refusal | undefined;
  }[];
}

const MOST_AT_ONCE = 200;
/** Of the pool's connections; the others are for everybody else. */
const LANES = 4;

interface Order {
  readonly session: Session;
  readonly to: { readonly personId: string; readonly name: string };
  readonly reason: string;
  readonly tasks: HoldingsView['tasks'];
  readonly copies: readonly UnreadCopy[];
}

/** As much as one request does; the rest is left for the next, unless nothing worked here. */
export async function passOn(deps: PassOnDeps, order: Order): Promise<Round> {
  const acts = [...order.tasks.map(taskAct(order)), ...order.copies.map(copyAct(order))];
  const tried = acts.slice(0, deps.mostAtOnce ?? MOST_AT_ONCE);
  const refusals = new Map<Act, Refusal | undefined>();
  await inLanes(byCase(tried), async (ofCase) => {
    for (const act of ofCase) {
      const outcome = await run(deps, order.session, act);
      if (!outcome.ok) refusals.set(act, outcome.refusals[0]);
    }
  });
  const failed = [...refusals].flatMap(([{ task }, refusal]) =>
    task === undefined ? [] : [{ task, refusal }],
  );
  const tasks = tried.filter(({ task }) => task !== undefined).length;
  return {
    handedOver: tasks - failed.length,
    failed,
    left: refusals.size === tried.length ? 0 : acts.length - tried.length,
  };
}

const taskAct =
  ({ to, reason }: Order) =>
  (task: HoldingsView['tasks'][number]): Act => {
    const { caseId, taskId } = task;
    return { caseId, command: { type: 'HandOverTask', taskId, to, reason }, task };
  };

const copyAct =
  ({ to, reason: note }: Order) =>
  ({ caseId, readingId: fromReading, isForOpinion }: UnreadCopy): Act => ({
    caseId,
    command: { type: 'CopyCase', to: [to], note, isForOpinion, fromReading },
  });

function run(deps: PassOnDeps, session: Session, { caseId, command }: Act) {
  const own = session.posts.flatMap(({ capabilities }) => capabilities);
  return runCommand(deps, deps.cases, {
    caseId,
    command,
    // The right was asked for this person's office; the kernel knows capabilities only.
    actor: { ...staffActor(session), capabilities: [...new Set([...own, 'hand-over'])] },
    idempotencyKey: randomUUID(),
  });
}

/** Two commands on one case at once would lose to each other. */
function byCase(acts: readonly Act[]): Act[][] {
  return [...Map.groupBy(acts, ({ caseId }) => caseId).values()];
}

async function inLanes<T>(work: readonly T[], run: (one: T) => Promise<void>): Promise<void> {
  const waiting = work.values();
  const lane = async (): Promise<void> => {
    for (const one of waiting) await run(one);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}
