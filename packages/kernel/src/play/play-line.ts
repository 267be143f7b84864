/** What one act of a play did, and where the case is after it. */
import {
  acts,
  allowedActs,
  isSuspended,
  runningClocks,
  type CaseContext,
  type CaseState,
  type CommandType,
  type Outcome,
  type Recorded,
  type Refusal,
} from '../case/index.ts';
import { openTasks, type TaskState } from '../flow/index.ts';
import { lightAt, startOfDay, type Instant, type Light, type PlainDate } from '../time/index.ts';
import { playActs } from './play-acts.ts';
import { actorOf } from './play-people.ts';
import type { PlayEntry, PlayPerson, PlayScript } from './script.ts';

export interface PlayOpenTask {
  readonly taskId: string;
  readonly step: string;
  readonly posts: readonly string[];
  /** Ids of the script's people who may act on it now. */
  readonly who: readonly string[];
}

export interface PlayClock {
  readonly clockId: string;
  /** Absent while the clock stands still: the end is not known. */
  readonly dueOn?: PlainDate;
  readonly light: Light;
}

export interface UnmetExpectation {
  readonly what: 'refusal' | 'open' | 'phase';
  readonly wanted: string;
  readonly found: string;
}

export interface PlayLine {
  /** The act's number in the script, from 1; 0 is the filing that the play adds. */
  readonly n: number;
  /** Id of the person, or `system`. */
  readonly by: string;
  readonly act: string;
  readonly at: Instant;
  readonly ok: boolean;
  readonly events?: readonly Recorded[];
  readonly refusals?: readonly Refusal[];
  readonly open: readonly PlayOpenTask[];
  readonly clocks: readonly PlayClock[];
  /** Absent before the filing. */
  readonly phase?: string;
  /** Absent when all is as the script expects. */
  readonly unmet?: readonly UnmetExpectation[];
}

type LineContext = Omit<CaseContext, 'actor'> & { readonly script: PlayScript };

export function lineOf(
  entry: PlayEntry,
  at: Instant,
  outcome: Outcome,
  state: CaseState | undefined,
  context: LineContext,
): PlayLine {
  return {
    n: entry.n,
    by: entry.by,
    act: playActs[entry.type].word,
    at,
    ok: outcome.ok,
    ...(outcome.ok ? { events: outcome.events } : { refusals: outcome.refusals }),
    open: state === undefined ? [] : openOnes(state, context),
    clocks: state === undefined ? [] : clocksOf(state, context),
    ...(state === undefined ? {} : { phase: state.phase }),
  };
}

function openOnes(state: CaseState, context: LineContext): PlayOpenTask[] {
  const tasks = openTasks(state.marking);
  const byPerson = context.script.people.filter(mayHold(tasks, context.script)).map(({ id }) => ({
    id,
    tasks: tasksOf(id, state, context),
  }));
  return tasks.map((task: TaskState) => ({
    taskId: task.taskId,
    step: task.stepId,
    posts: task.posts,
    who: byPerson.filter((person) => person.tasks.has(task.taskId)).map(({ id }) => id),
  }));
}

/** Who can have an open task at all: asking the kernel about everybody takes too long. */
function mayHold(
  tasks: readonly TaskState[],
  { proxies }: PlayScript,
): (person: PlayPerson) => boolean {
  const posts = new Set(tasks.flatMap((task) => task.posts));
  const holders = new Set(tasks.map((task) => task.holder?.personId));
  const deputies = new Set(proxies.map((proxy) => proxy.deputyId));
  return ({ id, posts: own }) =>
    holders.has(id) || deputies.has(id) || own.some((post) => posts.has(post));
}

/** Tasks on which the person may do anything: what the kernel allows, not what we guess. */
function tasksOf(id: string, state: CaseState, context: LineContext): ReadonlySet<string> {
  const actor = actorOf(id, context.script, context.item, context.at);
  const allowed = allowedActs(state, { ...context, actor });
  const ids = allowed.flatMap(({ act, taskId }) =>
    taskId === undefined || isActOfOthers(act) ? [] : [taskId],
  );
  return new Set(ids);
}

/** An act on somebody else's task (taking back, removing) says nothing about who has it. */
function isActOfOthers(type: CommandType): boolean {
  return type !== 'ReceiveCase' && acts[type].reaches === 'any-task';
}

function clocksOf(state: CaseState, context: LineContext): PlayClock[] {
  return runningClocks(state).map((clock) => {
    const running = clock.suspensions.find((suspension) => suspension.to === undefined);
    const suspended = isSuspended(clock, context);
    const light = lightAt(clock.result, context.at, {
      suspended,
      ...(running === undefined ? {} : { suspendedAt: startOfDay(running.from) }),
    });
    const { clockId, result } = clock;
    return suspended ? { clockId, light } : { clockId, dueOn: result.dueOn, light };
  });
}
