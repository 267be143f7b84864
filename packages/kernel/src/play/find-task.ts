/** The task that an entry means: by its step and its person, so that scripts need no task ids. */
import {
  allowedActs,
  type Actor,
  type CaseContext,
  type CaseState,
  type CommandType,
} from '../case/index.ts';
import { inOrder, type TaskState } from '../flow/index.ts';
import { ScriptFault, type ScriptProblemCode } from './script-fault.ts';
import type { PlayEntry } from './script.ts';

/**
 * In this order: a task on which the person may do the act; an open one that the person's posts
 * hold; a waiting one; one that the person has closed, or whose post is held; whatever there is.
 * The later ones are there to show refusals: who may not act must be told so by the kernel.
 *
 * @throws ScriptFault when several steps fit and none is named, or nothing fits
 */
export function findTask(entry: PlayEntry, state: CaseState, context: CaseContext): string {
  const inStep = inOrder(Object.values(state.marking.tasks)).filter(
    (task) => entry.step === undefined || task.stepId === entry.step,
  );
  const allowed = allowedTaskIds(entry.type, state, context);
  const isHeld = (task: TaskState): boolean => holds(context.actor, task);
  const tiers: readonly ((task: TaskState) => boolean)[] = [
    (task) => allowed.has(task.taskId),
    (task) => task.status === 'open' && isHeld(task),
    (task) => task.status === 'waiting' && isHeld(task),
    (task) => task.closedBy?.personId === personOf(context.actor),
    isHeld,
    (task) => task.status === 'open',
    () => true,
  ];
  for (const fits of tiers) {
    const found = newestRounds(inStep.filter(fits));
    const [first] = found;
    if (first === undefined) continue;
    const steps = [...new Set(found.map((task) => task.stepId))];
    if (steps.length > 1) {
      throw faultAt(entry, 'step-needed', { steps: steps.join(', '), by: entry.by });
    }
    return first.taskId;
  }
  throw faultAt(entry, 'step-without-task', { step: entry.step ?? '' });
}

function faultAt(
  { n }: PlayEntry,
  code: ScriptProblemCode,
  params: Readonly<Record<string, string>>,
): ScriptFault {
  return new ScriptFault(code, `acts[${n - 1}].step`, params, n);
}

function allowedTaskIds(
  type: CommandType,
  state: CaseState,
  context: CaseContext,
): ReadonlySet<string> {
  const allowed = allowedActs(state, context).filter((each) => each.act === type);
  return new Set(allowed.flatMap(({ taskId }) => (taskId === undefined ? [] : [taskId])));
}

function holds(actor: Actor, task: TaskState): boolean {
  if (actor.kind === 'system') return false;
  if (task.holder !== undefined) return task.holder.personId === actor.personId;
  if (actor.kind !== 'staff') return false;
  const inPlaceOf = (actor.proxies ?? []).flatMap((grant) => grant.posts);
  return task.posts.some((post) => actor.posts.includes(post) || inPlaceOf.includes(post));
}

function personOf(actor: Actor): string {
  return actor.kind === 'system' ? 'system' : actor.personId;
}

/** Of each step only the tasks of the latest round that is there. */
function newestRounds(tasks: readonly TaskState[]): TaskState[] {
  const newest = new Map<string, number>();
  for (const { stepId, round } of tasks) {
    newest.set(stepId, Math.max(round, newest.get(stepId) ?? 0));
  }
  return tasks.filter((task) => task.round === newest.get(task.stepId));
}
