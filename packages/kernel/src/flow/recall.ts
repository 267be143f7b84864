/**
 * 取回: what undoing a vote would change. Worked out from the marking alone: what a step's completion
 * has entered is its frontier, since nothing behind it may have been touched.
 */
import { tally } from './agreement.ts';
import type { FlowDefinition, FlowNode } from './definition.ts';
import {
  tasksOfRound,
  type Marking,
  type StraightBack,
  type TaskRecalledEvent,
  type TaskReturnedEvent,
} from './marking.ts';
import { seatOf, seatsOf, statusesOf } from './seats.ts';
import { inOrder, isLive, type TaskState } from './task.ts';
import { placeOf, stepOf, subtree } from './tree.ts';

export interface Recall {
  readonly event: TaskRecalledEvent;
  /** Open tasks that the vote had brought about elsewhere: they close, recalled. */
  readonly opened: readonly TaskState[];
  /** Everything that the vote had entered, for what must not be undone there. */
  readonly entered: readonly FlowNode[];
}

/**
 * @returns `over` where the vote no longer counts or others decide the step without it, `touched`
 * where somebody has begun with what it brought about
 */
export function planRecall(
  flow: FlowDefinition,
  marking: Marking,
  task: TaskState,
): Recall | 'over' | 'touched' {
  const { taskId, stepId, round } = task;
  const since = task.closedAt;
  const node = marking.nodes[stepId];
  if (since === undefined || task.verdict === undefined || node?.round !== round) return 'over';
  if (marking.ended !== undefined || (node.status !== 'open' && node.status !== 'done')) {
    return 'over';
  }
  const { agreement } = stepOf(flow, stepId);
  const revived = revive(tasksOfRound(marking, stepId, round), taskId);
  if (tally(agreement, revived) !== undefined) return 'over';
  if (holdsTwice(revived)) return 'touched';
  const statuses = statusesOf(agreement, revived);
  const followers = tasksOfRound(marking, stepId, round).filter(
    (other) => other.taskId !== taskId && followsFrom(other, revived, agreement, statuses),
  );
  if (followers.some((other) => isTouched(marking, other, since, taskId))) return 'touched';
  const undone = node.status === 'open' ? NOTHING : completionOf(flow, marking, stepId);
  if (undone === undefined) return 'touched';
  const entered = new Set(undone.entered.map(({ id }) => id));
  const begun = inOrder(
    Object.values(marking.tasks).filter((t) => entered.has(t.stepId) && t.openedAt >= since),
  );
  if (begun.some((other) => isTouched(marking, other, since, taskId))) return 'touched';
  if (!isNew(marking, undone.entered, begun)) return 'touched';
  return {
    opened: begun.filter(isLive),
    entered: undone.entered,
    event: {
      type: 'TaskRecalled',
      taskId,
      stepId,
      round,
      undone: 'vote',
      tasks: changed(marking, statuses),
      reopenedNodes: node.status === 'open' ? [] : [stepId, ...undone.reopened],
      resetNodes: undone.entered.map(({ id }) => id).filter((id) => isActive(marking, id)),
      ...(undone.straightBack === undefined ? {} : { straightBack: undone.straightBack }),
    },
  };
}

/** In a step signed in turn, the member before, to whom a task of a later seat may be returned. */
export function memberBefore(
  flow: FlowDefinition,
  marking: Marking,
  { taskId, stepId, round }: TaskState,
): TaskState | undefined {
  if (stepOf(flow, stepId).agreement.rule !== 'in-turn') return undefined;
  const seats = seatsOf(tasksOfRound(marking, stepId, round));
  const here = seats.findIndex((seat) => seat.tasks.some((task) => task.taskId === taskId));
  return seats[here - 1]?.root;
}

/** What returning a task to the member before changes: that vote is undone, the rest waits. */
export function planTaskReturn(
  flow: FlowDefinition,
  marking: Marking,
  task: TaskState,
  toTask: TaskState,
): Pick<TaskReturnedEvent, 'tasks'> {
  const { agreement } = stepOf(flow, task.stepId);
  const undone = revive(tasksOfRound(marking, task.stepId, task.round), toTask.taskId);
  return { tasks: changed(marking, statusesOf(agreement, undone)) };
}

/** Only what becomes another status than it has. */
function changed(
  marking: Marking,
  statuses: ReadonlyMap<string, 'open' | 'waiting'>,
): TaskReturnedEvent['tasks'] {
  return [...statuses]
    .map(([taskId, status]) => ({ taskId, status }))
    .filter(({ taskId, status }) => marking.tasks[taskId]?.status !== status);
}

/** The round as if the vote had not been cast: whom it spared is asked again. */
function revive(tasks: readonly TaskState[], taskId: string): TaskState[] {
  const undone = tasks.map((task): TaskState => {
    if (task.taskId !== taskId) return task;
    const { verdict: _verdict, ...rest } = task;
    return { ...rest, status: 'open' };
  });
  return undone.map((task): TaskState => {
    if (task.status !== 'closed') return task;
    const signer = task.kind === 'opinion' ? (task.addedBy?.taskId ?? '') : task.taskId;
    const isSpared =
      task.cause === 'skipped-by-rule' ||
      (task.cause === 'decided-by-other' && seatOf(undone, signer)?.verdict === undefined);
    if (!isSpared) return task;
    const { cause: _cause, ...rest } = task;
    return { ...rest, status: 'open' };
  });
}

/** Somebody whose task closed with the vote has another part in the round by now. */
function holdsTwice(round: readonly TaskState[]): boolean {
  const parts = round
    .filter((task) => isLive(task) || (task.kind !== 'opinion' && task.status === 'done'))
    .map((task) => (isLive(task) ? task.holder : task.closedBy)?.personId)
    .filter((personId) => personId !== undefined && personId !== 'system');
  return new Set(parts).size < parts.length;
}

/** Whether a task of the round could only be acted on because of the vote. */
function followsFrom(
  task: TaskState,
  revived: readonly TaskState[],
  agreement: Parameters<typeof statusesOf>[0],
  statuses: ReadonlyMap<string, 'open' | 'waiting'>,
): boolean {
  if (task.status === 'open') return statuses.get(task.taskId) === 'waiting';
  if (task.status !== 'done' || task.verdict === undefined) return false;
  const asked = revived.map((other): TaskState => {
    if (other.taskId !== task.taskId) return other;
    const { verdict: _verdict, ...rest } = other;
    return { ...rest, status: 'open' };
  });
  return statusesOf(agreement, asked).get(task.taskId) === 'waiting';
}

/** Read, taken, passed on, decided or widened since, by a person: the system does not count. */
function isTouched(marking: Marking, task: TaskState, since: string, recalledId: string): boolean {
  const isSince = (at: string | undefined): boolean => at !== undefined && at >= since;
  if (!isLive(task) && (task.closedBy?.personId !== 'system' || task.closedAt !== task.openedAt)) {
    return task.status === 'done' ? isSince(task.closedAt) : true;
  }
  return (
    isSince(task.readAt) ||
    isSince(task.claimedAt) ||
    (task.transfers ?? []).some(({ at }) => isSince(at)) ||
    Object.values(marking.tasks).some(
      (other) =>
        other.addedBy?.taskId === task.taskId &&
        other.taskId !== recalledId &&
        isSince(other.openedAt),
    )
  );
}

interface Completion {
  readonly entered: readonly FlowNode[];
  /** What surrounds the step and was completed with it. */
  readonly reopened: readonly string[];
  readonly straightBack?: StraightBack;
}

const NOTHING: Completion = { entered: [], reopened: [] };

function completionOf(
  flow: FlowDefinition,
  marking: Marking,
  stepId: string,
): Completion | undefined {
  const back = Object.entries(marking.nodes).find(
    ([, node]) => node.status === 'open' && node.cameBackFrom === stepId,
  )?.[0];
  return back === undefined
    ? frontier(flow, marking, placeOf(flow, stepId).node)
    : wentStraightBack(flow, stepId, back);
}

/** It left what surrounds the corrected step and entered what surrounds the one that returned. */
function wentStraightBack(flow: FlowDefinition, after: string, to: string): Completion {
  const left = placeOf(flow, after).ancestors;
  const { ancestors, node } = placeOf(flow, to);
  return {
    entered: [...ancestors.filter((a) => !left.includes(a)), node],
    reopened: left.filter((a) => !ancestors.includes(a)).map((a) => a.id),
    straightBack: { after, to },
  };
}

/** Up and to the right until something is open: exactly what `completeNode` has walked. */
function frontier(flow: FlowDefinition, marking: Marking, node: FlowNode): Completion | undefined {
  const { parent } = placeOf(flow, node.id);
  if (parent === undefined) return NOTHING;
  const entered: FlowNode[] = [];
  if (parent.kind === 'sequence') {
    for (const next of parent.children.slice(parent.children.indexOf(node) + 1)) {
      entered.push(...subtree(next));
      const status = marking.nodes[next.id]?.status;
      if (status === 'open') return { entered, reopened: [] };
      if (status !== 'done') return undefined;
    }
  }
  const { status } = marking.nodes[parent.id] ?? {};
  if (status !== 'done') {
    // A sister branch is still under way: nothing has followed yet. Otherwise a jump has left it.
    return parent.kind === 'parallel' && status === 'open' ? NOTHING : undefined;
  }
  const up = frontier(flow, marking, parent);
  if (up === undefined) return undefined;
  return { entered: [...entered, ...up.entered], reopened: [parent.id, ...up.reopened] };
}

function isActive(marking: Marking, id: string): boolean {
  const status = marking.nodes[id]?.status;
  return status === 'open' || status === 'done';
}

/** Every open step there was opened by this vote, not by an earlier one. */
function isNew(
  marking: Marking,
  entered: readonly FlowNode[],
  begun: readonly TaskState[],
): boolean {
  return entered
    .filter((node) => node.kind === 'step' && marking.nodes[node.id]?.status === 'open')
    .every((node) => {
      const { round } = marking.nodes[node.id] ?? {};
      return begun.some((task) => task.stepId === node.id && task.round === round);
    });
}
