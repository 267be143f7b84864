import {
  closeTasks,
  isLive,
  partOf,
  stepOf,
  tally,
  tasksOfRound,
  type TaskState,
} from '../../flow/index.ts';
import { missingQuantities } from '../assess-fees.ts';
import { actsFor, type Capacity } from '../capacity.ts';
import type { CaseContext } from '../commands.ts';
import { outstandingDebts } from '../debts.ts';
import { ownEntry } from '../own-entry.ts';
import { hasCapability, refuseClosed } from '../permissions.ts';
import { refuse, type Refusal } from '../refusals.ts';
import { hasEnded, isUnderWay, type CaseState } from '../state.ts';
import { refuseOutcome, settleAndFollow } from '../voting.ts';
import { flowOf, walkOf } from '../walk.ts';
import type { Act } from './act.ts';

/**
 * 减签: a signer who has not signed is taken out again, with who was added before or after them. Only
 * by who added them, or an administrator. The round is counted anew at once, so it may complete.
 */
export const removeSigner: Act<'RemoveSigner'> = {
  type: 'RemoveSigner',
  isForTask: true,
  reaches: 'any-task',
  permit(state, context, taskId) {
    const task = ownEntry(state.marking.tasks, taskId);
    if (context.actor.kind !== 'staff') return refuse('not-your-task');
    if (task === undefined || context.item.flow === undefined) {
      return refuse('task-unknown', { taskId });
    }
    if (task.kind === undefined || task.kind === 'opinion') return refuse('signer-not-added');
    if (removerOf(state, context, task) === undefined) return refuse('not-your-task');
    if (!isLive(task)) return refuseClosed(task);
    if (hasEnded(state)) return refuse('case-has-ended', { phase: state.phase });
    const step = stepOf(flowOf({ context }), task.stepId);
    const isActive = isUnderWay(state) || (step.duty === 'task' && state.phase === 'decided');
    if (!isActive) return refuse('wrong-phase', { phase: state.phase });
    return refuseOutcome(state, context, step, withoutSigner(state, task));
  },
  check(state, { taskId, reason }, context) {
    const task = ownEntry(state.marking.tasks, taskId);
    if (task === undefined) return [refuse('task-unknown', { taskId })];
    if (reason.trim() === '') return [refuse('reason-required')];
    const step = stepOf(flowOf({ context }), task.stepId);
    const grants =
      step.duty === 'decision' && tally(step.agreement, withoutSigner(state, task)) === 'approved';
    return grants ? refuseGrant(state, context) : [];
  },
  perform(p, { taskId, reason }) {
    const task = p.state().marking.tasks[taskId];
    const remover = task === undefined ? undefined : removerOf(p.state(), p.context, task);
    if (task === undefined || remover === undefined) throw new Error('permit and perform disagree');
    p.actAs(remover.post, remover.onBehalfOf);
    const round = tasksOfRound(p.state().marking, task.stepId, task.round);
    const gone = new Set(partOf(round, taskId).map((other) => other.taskId));
    closeTasks(walkOf(p), (other) => gone.has(other.taskId), 'removed', reason);
    const step = stepOf(flowOf(p), task.stepId);
    settleAndFollow(p, step, task.round, lastOpinion(p.state(), task));
  },
};

/** Who added it, whoever has the adder's task by now, or an administrator. */
function removerOf(
  state: CaseState,
  context: CaseContext,
  { addedBy }: TaskState,
): Pick<Capacity, 'post' | 'onBehalfOf'> | undefined {
  if (addedBy === undefined) return undefined;
  const holder = state.marking.tasks[addedBy.taskId]?.holder;
  const byAdder = actsFor(addedBy.person.personId, context);
  const byHolder = holder === undefined ? undefined : actsFor(holder.personId, context);
  const byRight = hasCapability(context, 'administer-cases') ? {} : undefined;
  return byAdder ?? byHolder ?? byRight;
}

/** The round as it would be. */
function withoutSigner(state: CaseState, { taskId, stepId, round }: TaskState): TaskState[] {
  const tasks = tasksOfRound(state.marking, stepId, round);
  const gone = new Set(partOf(tasks, taskId).map((task) => task.taskId));
  return tasks.map((task) =>
    gone.has(task.taskId) && isLive(task)
      ? { ...task, status: 'closed' as const, cause: 'removed' as const }
      : task,
  );
}

/** The same that stands in the way of whoever grants by approving. */
function refuseGrant(state: CaseState, context: CaseContext): Refusal[] {
  return [
    ...missingQuantities(state, context),
    ...outstandingDebts(state).map(({ name }) => refuse('debt-outstanding', { material: name })),
  ];
}

/** What is granted by a removal was agreed by who approved: the reasons are theirs. */
function lastOpinion(state: CaseState, { stepId, round }: TaskState): string {
  const approvals = tasksOfRound(state.marking, stepId, round)
    .filter(({ verdict }) => verdict === 'approved')
    .toSorted((a, b) => ((a.closedAt ?? '') < (b.closedAt ?? '') ? -1 : 1));
  return approvals.at(-1)?.opinion ?? '';
}
