/**
 * What a person may do on a case is one function of state, flow and person. The checks here are
 * what `decide` enforces and what `allowedActs` lists, so a button is shown exactly if it works.
 */
import {
  inOrder,
  isLive,
  stepOf,
  tasksOfRound,
  type StepDuty,
  type StepNode,
  type TaskState,
} from '../flow/index.ts';
import { isAccused } from './accused.ts';
import { isApart } from './apart.ts';
import { capacityIn, hasSigned, isParty, type Capacity } from './capacity.ts';
import type { CaseContext } from './commands.ts';
import { ownEntry } from './own-entry.ts';
import { refuse, type Refusal } from './refusals.ts';
import { hasEnded, type CaseState } from './state.ts';

/** An open task with the capacity in which the actor holds it. */
export interface HeldTask extends Capacity {
  readonly task: TaskState;
  readonly step: StepNode;
}

/** The open task that the actor is to sign; otherwise why not. */
export function holdTask(
  state: CaseState,
  context: CaseContext,
  taskId: string,
): HeldTask | Refusal {
  const held = holdAnyTask(state, context, taskId);
  return isRefusal(held) || held.task.kind !== 'opinion' ? held : refuse('opinion-only');
}

/** Also a task that asks for nothing but an opinion. */
export function holdAnyTask(
  state: CaseState,
  context: CaseContext,
  taskId: string,
): HeldTask | Refusal {
  const task = ownEntry(state.marking.tasks, taskId);
  const { item, actor } = context;
  if (actor.kind !== 'staff') return refuse('not-your-task');
  if (task === undefined || item.flow === undefined) return refuse('task-unknown', { taskId });
  const capacity = capacityIn(task, context);
  if (capacity === undefined && capacityIn(task, context, true) === undefined) {
    return refuse('not-your-task');
  }
  if (!isLive(task)) return refuseClosed(task);
  if (capacity === undefined) return refuseHeld(task);
  if (task.status === 'waiting') return refuse('task-not-yet-open');
  if (hasEnded(state)) return refuse('case-has-ended', { phase: state.phase });
  // Nor does a deputy act in the place of whom the letter complains of.
  if (isAccused(state, actor.name) || isAccused(state, capacity.person.name)) {
    return refuse('accused-person');
  }
  const held = { task, step: stepOf(item.flow, task.stepId), ...capacity };
  return (
    refuseApart(state, context, held) ??
    refuseParty(state, held, actor.personId) ??
    refuseSecondVote(state, held, actor.personId) ??
    held
  );
}

export function refuseClosed(task: TaskState): Refusal {
  return refuse('task-already-closed', {
    by: task.closedBy?.name ?? '',
    at: task.closedAt ?? '',
    cause: task.cause ?? 'decided',
  });
}

/** One of the post's people has it: the others are told who, and since when. */
function refuseHeld(task: TaskState): Refusal {
  const at = task.claimedAt ?? task.transfers?.at(-1)?.at ?? task.openedAt;
  return refuse('claimed-by-other', { by: task.holder?.name ?? '', at });
}

/** Nor does a deputy, or a deputy's principal, of the other side. */
function refuseApart(state: CaseState, context: CaseContext, held: HeldTask): Refusal | undefined {
  const { actor } = context;
  if (actor.kind !== 'staff') return undefined;
  return [actor, held.person].some((person) => isApart(state, context, held.step, person))
    ? refuse('duties-apart', { step: held.step.name })
    : undefined;
}

/** Nobody has a say in their own case, neither in person nor through a deputy. */
function refuseParty(state: CaseState, held: HeldTask, actorId: string): Refusal | undefined {
  if (held.step.duty === 'filing') return undefined;
  if (held.onBehalfOf !== undefined && isParty(state, actorId)) return refuse('proxy-is-applicant');
  return isParty(state, held.person.personId) ? refuse('own-case') : undefined;
}

/**
 * Who has signed in this round, or has another task of it, has one vote: also as a deputy, and also
 * the principal in whose place a deputy would sign once more.
 */
function refuseSecondVote(state: CaseState, held: HeldTask, actorId: string): Refusal | undefined {
  const { task, person } = held;
  if (task.kind === 'opinion') return undefined;
  const others = tasksOfRound(state.marking, task.stepId, task.round).filter(
    (other) => other.taskId !== task.taskId && other.kind !== 'opinion',
  );
  const isTaken = [actorId, person.personId].some((id) =>
    others.some(
      (other) => hasSigned(other, id) || (isLive(other) && other.holder?.personId === id),
    ),
  );
  return isTaken ? refuse('one-vote-per-person') : undefined;
}

export function isRefusal<T extends object>(value: T | Refusal): value is Refusal {
  return 'code' in value;
}

/** Holding the task at a step with one of these duties. */
export function holdTaskFor(
  state: CaseState,
  context: CaseContext,
  taskId: string,
  duties: readonly StepDuty[],
): HeldTask | Refusal {
  const held = holdTask(state, context, taskId);
  if (isRefusal(held) || duties.includes(held.step.duty)) return held;
  return refuse('wrong-duty', { duty: held.step.duty });
}

/** Open tasks that the actor is to sign, in a fixed order. */
export function heldTasks(state: CaseState, context: CaseContext): HeldTask[] {
  return inOrder(Object.values(state.marking.tasks))
    .map((task) => holdTask(state, context, task.taskId))
    .filter((held): held is HeldTask => !isRefusal(held));
}

/** Applicant or contact; of an internal approval the member of staff who filed it. */
export function isApplicant(state: CaseState, { actor }: CaseContext): boolean {
  if (actor.kind === 'system') return false;
  const isKind = (actor.kind === 'staff') === (state.lifecycle === 'internal');
  return isKind && isParty(state, actor.personId);
}

export function hasCapability(context: CaseContext, capability: string): boolean {
  return context.actor.kind === 'staff' && context.actor.capabilities.includes(capability);
}

/** With the tasks that ask for an opinion only. */
export function allHeldTasks(state: CaseState, context: CaseContext): HeldTask[] {
  return inOrder(Object.values(state.marking.tasks))
    .map((task) => holdAnyTask(state, context, task.taskId))
    .filter((held): held is HeldTask => !isRefusal(held));
}
