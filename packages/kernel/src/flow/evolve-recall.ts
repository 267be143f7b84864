import { taskOf, withTask } from './evolve-tasks.ts';
import {
  straightBacksOf,
  type Marking,
  type TaskRecalledEvent,
  type TaskReturnedEvent,
} from './marking.ts';
import type { TaskState } from './task.ts';

/**
 * The marking as it was before the vote or the transfer, save that what had joined begins a new
 * activation: its join may fire once more.
 */
export function evolveRecall(marking: Marking, event: TaskRecalledEvent): Marking {
  if (event.undone === 'transfer') return withTask(marking, takenBack(marking, event));
  const nodes = { ...marking.nodes };
  for (const id of event.reopenedNodes) {
    const node = nodes[id];
    if (node === undefined) continue;
    const { outcome: _outcome, ...rest } = node;
    const round = id === event.stepId ? node.round : node.round + 1;
    nodes[id] = { ...rest, status: 'open', round };
  }
  for (const id of event.resetNodes) {
    const node = nodes[id];
    if (node !== undefined) nodes[id] = { ...node, status: 'reset' };
  }
  return withStraightBack(reopened({ ...marking, nodes }, event.tasks, event.taskId), event);
}

/** The member before has not signed any more; whoever returned waits for them. */
export function evolveTaskReturn(marking: Marking, event: TaskReturnedEvent): Marking {
  return reopened(marking, event.tasks, event.toTask);
}

function reopened(
  marking: Marking,
  changed: TaskReturnedEvent['tasks'],
  undecidedId: string,
): Marking {
  const tasks = { ...marking.tasks };
  for (const { taskId, status } of changed) {
    const task = taskOf(marking, taskId);
    tasks[taskId] = {
      ...(task.taskId === undecidedId ? undecided(task) : unclosed(task)),
      status,
    };
  }
  return { ...marking, tasks };
}

/** A way that led straight back leads there again; one that data had closed is not walked again. */
function withStraightBack(marking: Marking, event: TaskRecalledEvent): Marking {
  const { straightBacks: _before, ...rest } = marking;
  const isOver = event.reopenedNodes.length > 0;
  const others = straightBacksOf(marking).filter(({ after }) => !isOver || after !== event.stepId);
  const backs = event.straightBack === undefined ? others : [...others, event.straightBack];
  return backs.length === 0 ? rest : { ...rest, straightBacks: backs };
}

/** Whoever had signed had seen it: whoever sent it to them cannot take it back any more. */
function undecided(task: TaskState): TaskState {
  const {
    verdict: _verdict,
    opinion: _opinion,
    basis: _basis,
    onBehalfOf: _onBehalfOf,
    ...rest
  } = unclosed(task);
  const readAt = task.readAt ?? task.closedAt;
  return readAt === undefined ? rest : { ...rest, readAt };
}

function unclosed(task: TaskState): TaskState {
  const { cause: _cause, closedAt: _closedAt, closedBy: _closedBy, ...rest } = task;
  return rest;
}

/** With a post behind it the task counts as claimed: it may be put back on the common list. */
function takenBack(marking: Marking, event: TaskRecalledEvent): TaskState {
  const { transfers, ...task } = taskOf(marking, event.taskId);
  const last = transfers?.at(-1);
  const before = transfers?.slice(0, -1) ?? [];
  return {
    ...task,
    ...(before.length === 0 ? {} : { transfers: before }),
    ...(event.holder === undefined ? {} : { holder: event.holder }),
    ...(last === undefined ? {} : { readAt: last.at }),
    ...(task.posts.length === 0 || last === undefined
      ? {}
      : { isClaimed: true as const, claimedAt: last.at }),
  };
}
