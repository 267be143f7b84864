/**
 * What a person may do on a case is one function of state, flow and person. The checks here are
 * what `decide` enforces and what `allowedActs` lists, so a button is shown exactly if it works.
 */
import { inOrder, stepOf, type StepDuty, type StepNode, type TaskState } from '../flow/index.ts';
import type { CaseContext } from './commands.ts';
import { ownEntry } from './own-entry.ts';
import { refuse, type Refusal } from './refusals.ts';
import { hasEnded, type CaseState } from './state.ts';

export interface HeldTask {
  readonly task: TaskState;
  readonly step: StepNode;
  /** The post in which the actor holds it. */
  readonly post: string;
}

/** The open task, if the actor holds one of its posts; otherwise why not. */
export function holdTask(
  state: CaseState,
  context: CaseContext,
  taskId: string,
): HeldTask | Refusal {
  const task = ownEntry(state.marking.tasks, taskId);
  const { actor, item } = context;
  if (actor.kind !== 'staff') return refuse('not-your-task');
  if (task === undefined || item.flow === undefined) return refuse('task-unknown', { taskId });
  const post = task.posts.find((p) => actor.posts.includes(p));
  if (post === undefined) return refuse('not-your-task');
  if (task.status === 'waiting') return refuse('task-not-yet-open');
  if (task.status !== 'open') {
    return refuse('task-already-closed', {
      by: task.closedBy?.name ?? '',
      at: task.closedAt ?? '',
      cause: task.cause ?? 'decided',
    });
  }
  if (hasEnded(state)) return refuse('case-has-ended', { phase: state.phase });
  return { task, step: stepOf(item.flow, task.stepId), post };
}

export function isRefusal(value: HeldTask | Refusal): value is Refusal {
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

/** Open tasks of the actor, in a fixed order. */
export function heldTasks(state: CaseState, context: CaseContext): HeldTask[] {
  return inOrder(Object.values(state.marking.tasks))
    .map((task) => holdTask(state, context, task.taskId))
    .filter((held): held is HeldTask => !isRefusal(held));
}

export function isApplicant(state: CaseState, context: CaseContext): boolean {
  const { actor } = context;
  return (
    actor.kind === 'applicant' &&
    (actor.personId === state.applicant.personId || actor.personId === state.contact.personId)
  );
}

export function hasCapability(context: CaseContext, capability: string): boolean {
  return context.actor.kind === 'staff' && context.actor.capabilities.includes(capability);
}
