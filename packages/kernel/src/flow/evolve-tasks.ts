/** Folding of what happens to tasks; nodes are folded in evolve-marking. */
import type { Envelope, FlowEvent, Marking } from './marking.ts';
import type { PersonRef } from './person.ts';
import type { TaskState, TaskTransfer } from './task.ts';

export type TaskEvent = Extract<
  FlowEvent,
  {
    type:
      | 'TaskOpened'
      | 'TaskDecided'
      | 'TaskClosed'
      | 'TaskRead'
      | 'TaskClaimed'
      | 'TaskReleased'
      | 'TaskTransferred'
      | 'SignerAdded'
      | 'OpinionRequested'
      | 'OpinionGiven';
  }
>;

type Folded<T extends TaskEvent['type']> = Extract<TaskEvent, { type: T }>;

export function evolveTasks(marking: Marking, event: TaskEvent, envelope: Envelope): Marking {
  const { at, by } = envelope;
  const closing = { closedAt: at, closedBy: { personId: by.personId, name: by.name } };
  switch (event.type) {
    case 'TaskOpened': {
      // It comes back as new: whoever had read it reads it again.
      const { readAt: _readAt, ...task } = taskOf(marking, event.taskId);
      return withTask(marking, { ...task, status: 'open', openedAt: at });
    }
    case 'TaskDecided':
      return withTask(marking, decided(taskOf(marking, event.taskId), event, envelope));
    case 'TaskClosed':
      return change(marking, event.taskId, { status: 'closed', cause: event.cause, ...closing });
    case 'TaskRead':
      return change(marking, event.taskId, { readAt: at });
    case 'TaskClaimed':
      return change(marking, event.taskId, {
        holder: event.holder,
        isClaimed: true,
        claimedAt: at,
      });
    case 'TaskReleased':
      return withTask(marking, withoutHolder(taskOf(marking, event.taskId)));
    case 'TaskTransferred':
      return withTask(marking, transferred(taskOf(marking, event.taskId), event, envelope));
    case 'SignerAdded':
      return addSigner(marking, event, envelope);
    case 'OpinionRequested':
      return requestOpinion(marking, event, envelope);
    case 'OpinionGiven': {
      const { opinion } = event;
      return change(marking, event.taskId, {
        status: 'done',
        opinion,
        ...closing,
        ...onBehalf(by.onBehalfOf),
      });
    }
  }
}

function decided(task: TaskState, event: Folded<'TaskDecided'>, { at, by }: Envelope): TaskState {
  return {
    ...task,
    status: 'done',
    verdict: event.verdict,
    opinion: event.opinion,
    ...(event.basis === undefined ? {} : { basis: event.basis }),
    ...(event.isBatch === undefined ? {} : { isBatch: event.isBatch }),
    closedAt: at,
    closedBy: { personId: by.personId, name: by.name },
    ...onBehalf(by.onBehalfOf),
  };
}

function onBehalf(principal: PersonRef | undefined): { readonly onBehalfOf?: PersonRef } {
  return principal === undefined ? {} : { onBehalfOf: principal };
}

function withoutHolder(task: TaskState): TaskState {
  const { holder: _holder, isClaimed: _isClaimed, claimedAt: _claimedAt, ...rest } = task;
  return rest;
}

/** To a person: the posts stay, as what the task is about. To a post: whoever holds it. */
function transferred(
  task: TaskState,
  { from, to, reason, cause }: Folded<'TaskTransferred'>,
  { at }: Envelope,
): TaskState {
  const { readAt: _readAt, ...unread } = withoutHolder(task);
  if ('post' in to) return { ...unread, posts: [to.post] };
  const transfer: TaskTransfer = {
    ...(from === undefined ? {} : { from }),
    to,
    at,
    reason,
    ...(cause === 'transferred' ? {} : { cause }),
  };
  return { ...unread, holder: to, transfers: [...(task.transfers ?? []), transfer] };
}

function addSigner(marking: Marking, event: Folded<'SignerAdded'>, { at }: Envelope): Marking {
  const added = withTask(marking, {
    taskId: event.taskId,
    stepId: event.stepId,
    round: event.round,
    posts: [],
    status: event.waits ? 'waiting' : 'open',
    openedAt: at,
    weight: event.weight,
    kind: event.kind,
    addedBy: event.by,
    order: event.order,
    holder: event.person,
  });
  // Whoever signs before comes first: the adder waits.
  return event.kind === 'before' ? change(added, event.by.taskId, { status: 'waiting' }) : added;
}

function requestOpinion(
  marking: Marking,
  event: Folded<'OpinionRequested'>,
  { at }: Envelope,
): Marking {
  const asked = withTask(marking, {
    taskId: event.taskId,
    stepId: event.stepId,
    round: event.round,
    posts: [],
    status: 'open',
    openedAt: at,
    weight: 0,
    kind: 'opinion',
    addedBy: { taskId: event.forTask, person: event.by },
    order: event.order,
    holder: event.person,
    question: event.question,
  });
  return change(asked, event.forTask, { status: 'waiting' });
}

export function taskOf(marking: Marking, taskId: string): TaskState {
  const task = marking.tasks[taskId];
  if (task === undefined) throw new Error(`marking has no task ${taskId}`);
  return task;
}

export function withTask(marking: Marking, task: TaskState): Marking {
  return { ...marking, tasks: { ...marking.tasks, [task.taskId]: task } };
}

function change(marking: Marking, taskId: string, changes: Partial<TaskState>): Marking {
  return withTask(marking, { ...taskOf(marking, taskId), ...changes });
}
