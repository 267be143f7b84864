import {
  isLive,
  planRecall,
  stepOf,
  tasksOfRound,
  type FlowNode,
  type Recall,
  type TaskRecalledEvent,
  type TaskState,
} from '../../flow/index.ts';
import { actsFor, hasSigned, isParty, type Capacity } from '../capacity.ts';
import { opinionClockId, restartClock, stepClockId } from '../clocks.ts';
import type { CaseContext } from '../commands.ts';
import { ownEntry } from '../own-entry.ts';
import type { Proceeding } from '../proceeding.ts';
import { refuse, type Refusal } from '../refusals.ts';
import { hasEnded, type CaseState } from '../state.ts';
import { flowOf } from '../walk.ts';
import type { Act } from './act.ts';

/**
 * 取回: the previous handler undoes their last act while nobody has begun with what came of it. Never
 * what has left the house: a decision, a document, a fee, a part of a joint case (law 11).
 */
export const recallTask: Act<'RecallTask'> = {
  type: 'RecallTask',
  isForTask: true,
  reaches: 'any-task',
  permit(state, context, taskId) {
    const found = findRecall(state, context, taskId);
    return 'code' in found ? found : undefined;
  },
  perform(p, { taskId }) {
    const found = findRecall(p.state(), p.context, taskId);
    if ('code' in found) throw new Error('permit and perform disagree');
    const task = p.state().marking.tasks[taskId];
    p.actAs(task?.posts[0], found.capacity.onBehalfOf);
    for (const { stepId, round, taskId: opened } of found.opened) {
      p.emit({ type: 'TaskClosed', taskId: opened, stepId, round, cause: 'recalled' });
    }
    p.emit(found.event);
    restartClocks(p, found.event);
  },
};

interface Found extends Pick<Recall, 'event' | 'opened'> {
  readonly capacity: Pick<Capacity, 'onBehalfOf'>;
}

function findRecall(state: CaseState, context: CaseContext, taskId: string): Found | Refusal {
  const task = ownEntry(state.marking.tasks, taskId);
  if (context.actor.kind !== 'staff') return refuse('not-your-task');
  if (task === undefined || context.item.flow === undefined) {
    return refuse('task-unknown', { taskId });
  }
  const { duty } = stepOf(context.item.flow, task.stepId);
  const capacity = recallerOf(task, context);
  if (capacity === undefined) return refuse('not-your-task');
  if (hasEnded(state)) return refuse('case-has-ended', { phase: state.phase });
  if (isParty(state, context.actor.personId)) return refuse('own-case');
  if (isLive(task)) return withCapacity(recallOfTransfer(state, task), capacity);
  // The filing is taken back by withdrawing the case, the service of a result not at all.
  if (duty === 'filing' || duty === 'delivery') return refuse('nothing-to-recall');
  return withCapacity(recallOfVote(state, context, task), capacity);
}

function withCapacity(
  found: Pick<Recall, 'event' | 'opened'> | Refusal,
  capacity: Found['capacity'],
): Found | Refusal {
  return 'code' in found ? found : { ...found, capacity };
}

/** Whoever passed the task on; else whoever decided it, as long as a deputy still is one. */
function recallerOf(task: TaskState, context: CaseContext): Found['capacity'] | undefined {
  const { actor } = context;
  if (isLive(task)) {
    const from = task.transfers?.at(-1)?.from;
    return from === undefined ? undefined : actsFor(from.personId, context);
  }
  if (actor.kind !== 'staff' || task.closedBy?.personId !== actor.personId) return undefined;
  if (task.onBehalfOf === undefined) return {};
  return actsFor(task.onBehalfOf.personId, context);
}

function recallOfTransfer(
  { marking }: CaseState,
  task: TaskState,
): Pick<Recall, 'event' | 'opened'> | Refusal {
  const { taskId, stepId, round, holder } = task;
  const last = task.transfers?.at(-1);
  if (last?.from === undefined || last.cause !== undefined) return refuse('nothing-to-recall');
  if (holder?.personId !== last.to.personId) return refuse('recall-too-late');
  const { personId } = last.from;
  const hasAnother = tasksOfRound(marking, stepId, round).some(
    (other) => hasSigned(other, personId) || (isLive(other) && other.holder?.personId === personId),
  );
  if (hasAnother) return refuse('one-vote-per-person');
  const isWidened = Object.values(marking.tasks).some(
    (other) => other.addedBy?.taskId === taskId && other.openedAt >= last.at,
  );
  // It waits again, or was read: the receiver has begun.
  if (task.status !== 'open' || task.readAt !== undefined || isWidened) {
    return refuse('recall-too-late');
  }
  const nothing = { tasks: [], reopenedNodes: [], resetNodes: [] };
  const event = { type: 'TaskRecalled', taskId, stepId, round, ...nothing } as const;
  return { opened: [], event: { ...event, undone: 'transfer', holder: last.from } };
}

function recallOfVote(
  state: CaseState,
  context: CaseContext,
  task: TaskState,
): Pick<Recall, 'event' | 'opened'> | Refusal {
  if (task.verdict === undefined) return refuse('nothing-to-recall');
  if (task.isBatch === true) return refuse('batch-not-recalled');
  const flow = flowOf({ context });
  const plan = planRecall(flow, state.marking, task);
  const step = stepOf(flow, task.stepId);
  // A letter may be referred, which is as final, in a later round too: after an objection.
  const isFirst = task.round === 1 || state.letter !== undefined;
  const isAcceptance = step.duty === 'intake' && isFirst;
  const decidedAt = state.decision?.decidedAt;
  const isDecided =
    decidedAt !== undefined && task.closedAt !== undefined && decidedAt >= task.closedAt;
  if (isAcceptance || isDecided) return refuse('outside-effect-exists');
  if (plan === 'over') return refuse('nothing-to-recall');
  if (plan === 'touched') return refuse('recall-too-late');
  return plan.entered.some((node) => hasEffect(state, node, task.closedAt ?? ''))
    ? refuse('outside-effect-exists')
    : plan;
}

/** What a node that the vote had entered has done to the world. */
function hasEffect(state: CaseState, node: FlowNode, since: string): boolean {
  const status = state.marking.nodes[node.id]?.status;
  if (status !== 'open' && status !== 'done') return false;
  if (node.kind === 'subcases') return true;
  if (node.kind === 'wait') return node.until === 'payment' && status === 'done';
  if (node.kind !== 'automatic') return false;
  if (node.does.action !== 'copy') return true;
  // Sent copies stay; one that was read cannot be unread.
  return Object.values(state.readings ?? {}).some(
    ({ at, readAt }) => at >= since && readAt !== undefined,
  );
}

/** The step's clock, and those of opinions asked for, run on as if they had not stopped. */
function restartClocks(p: Proceeding, { stepId, round, tasks, reopenedNodes }: TaskRecalledEvent) {
  if (reopenedNodes.includes(stepId)) restartClock(p, stepClockId(stepId, round));
  for (const { taskId } of tasks) restartClock(p, opinionClockId(taskId));
}
