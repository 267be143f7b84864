/**
 * The marking says what is active in a flow, and in which round.
 *
 * States of a node: absent (never entered) → open → done; a return makes open or done nodes `reset`
 * and opens the target again in a new round; the end of the flow makes open nodes `cancelled`.
 * Invariants: a composite is open exactly while something inside it is open; a round never
 * decreases; `done` of a parallel is reached once per round (its join fires once).
 */
import type { Instant, LegalBasis } from '../time/index.ts';

export type NodeStatus = 'open' | 'done' | 'reset' | 'cancelled';

export interface NodeState {
  readonly round: number;
  readonly status: NodeStatus;
  /** Branches entered in this round, for a choice or a parallel. */
  readonly branches?: readonly string[];
  /** How a step ended. */
  readonly outcome?: Verdict;
}

export type Verdict = 'approved' | 'rejected';

export type TaskStatus = 'open' | 'waiting' | 'done' | 'closed';

/** Why a task was taken from somebody who had not acted (law 7: whoever loses a task is told). */
export type ClosingCause =
  'skipped-by-rule' | 'returned' | 'sister-branch-cancelled' | 'case-ended' | 'decided-by-other';

export interface TaskState {
  readonly taskId: string;
  readonly stepId: string;
  readonly round: number;
  /** The posts that may act on it: one, or all of the step's when they share it. */
  readonly posts: readonly string[];
  readonly status: TaskStatus;
  readonly openedAt: Instant;
  readonly weight: number;
  readonly verdict?: Verdict;
  readonly opinion?: string;
  /** The law that a reject was founded on. */
  readonly basis?: readonly LegalBasis[];
  readonly closedAt?: Instant;
  readonly closedBy?: { readonly personId: string; readonly name: string };
  readonly cause?: ClosingCause;
}

export interface Marking {
  readonly nodes: Readonly<Record<string, NodeState>>;
  readonly tasks: Readonly<Record<string, TaskState>>;
  /**
   * Straight-back returns under way: completing `after` opens `to` again. A list, since branches
   * of a split return each on its own and a return may be answered by another one. Where data
   * changed the way, `after` is done and its entry lies idle until something returns past it.
   */
  readonly straightBacks?: readonly StraightBack[];
  readonly ended?: Verdict;
}

export interface StraightBack {
  readonly after: string;
  readonly to: string;
}

export const emptyMarking: Marking = { nodes: {}, tasks: {} };

/** Events of a flow; each also carries the envelope of its case event. */
export type FlowEvent =
  | {
      readonly type: 'NodeEntered';
      readonly nodeId: string;
      readonly round: number;
      readonly branches?: readonly string[];
      /** What is left inside of an earlier activation: it must not count for this one's join. */
      readonly resetNodes?: readonly string[];
    }
  | { readonly type: 'NodeCompleted'; readonly nodeId: string; readonly round: number }
  | {
      readonly type: 'StepOpened';
      readonly stepId: string;
      readonly round: number;
      readonly tasks: readonly {
        readonly taskId: string;
        readonly posts: readonly string[];
        readonly weight: number;
        readonly waits: boolean;
      }[];
    }
  | { readonly type: 'TaskOpened'; readonly taskId: string }
  | {
      readonly type: 'TaskDecided';
      readonly taskId: string;
      readonly stepId: string;
      readonly round: number;
      readonly verdict: Verdict;
      readonly opinion: string;
      readonly basis?: readonly LegalBasis[];
    }
  | {
      readonly type: 'TaskClosed';
      readonly taskId: string;
      readonly stepId: string;
      readonly round: number;
      readonly cause: ClosingCause;
    }
  | {
      readonly type: 'StepCompleted';
      readonly stepId: string;
      readonly round: number;
      readonly outcome: Verdict;
    }
  | {
      readonly type: 'StepReturned';
      readonly fromStep: string;
      readonly toStep: string;
      readonly then: 'walk-again' | 'straight-back';
      readonly reason: string;
      readonly resetNodes: readonly string[];
      readonly reopenedNodes: readonly string[];
    }
  | {
      readonly type: 'FlowEnded';
      readonly outcome: Verdict;
      readonly cancelledNodes: readonly string[];
    };

export interface Envelope {
  readonly at: Instant;
  readonly by: { readonly personId: string; readonly name: string };
}

/** The next marking. Total: every event that was recorded can be folded. */
export function evolveMarking(marking: Marking, event: FlowEvent, envelope: Envelope): Marking {
  switch (event.type) {
    case 'NodeEntered': {
      const state: NodeState = { round: event.round, status: 'open' };
      return withNode(
        withStatus(marking, event.resetNodes ?? [], 'reset'),
        event.nodeId,
        event.branches === undefined ? state : { ...state, branches: event.branches },
      );
    }
    case 'NodeCompleted':
      return withStatus(marking, [event.nodeId], 'done');
    case 'StepOpened':
      return openStep(marking, event, envelope);
    case 'TaskOpened':
      return withTask(marking, event.taskId, { status: 'open', openedAt: envelope.at });
    case 'TaskDecided':
      return withTask(marking, event.taskId, {
        status: 'done',
        verdict: event.verdict,
        opinion: event.opinion,
        ...(event.basis === undefined ? {} : { basis: event.basis }),
        closedAt: envelope.at,
        closedBy: { personId: envelope.by.personId, name: envelope.by.name },
      });
    case 'TaskClosed':
      return withTask(marking, event.taskId, {
        status: 'closed',
        cause: event.cause,
        closedAt: envelope.at,
        closedBy: { personId: envelope.by.personId, name: envelope.by.name },
      });
    case 'StepCompleted':
      return withNode(marking, event.stepId, {
        round: event.round,
        status: 'done',
        outcome: event.outcome,
      });
    case 'StepReturned':
      return returnMarking(marking, event);
    case 'FlowEnded':
      return {
        ...withStraightBacks(withStatus(marking, event.cancelledNodes, 'cancelled'), []),
        ended: event.outcome,
      };
  }
}

function openStep(
  marking: Marking,
  event: Extract<FlowEvent, { type: 'StepOpened' }>,
  envelope: Envelope,
): Marking {
  const tasks: Record<string, TaskState> = { ...marking.tasks };
  for (const task of event.tasks) {
    tasks[task.taskId] = {
      taskId: task.taskId,
      stepId: event.stepId,
      round: event.round,
      posts: task.posts,
      status: task.waits ? 'waiting' : 'open',
      openedAt: envelope.at,
      weight: task.weight,
    };
  }
  const opened = withNode({ ...marking, tasks }, event.stepId, {
    round: event.round,
    status: 'open',
  });
  // The way straight back is used up once the step that returned is open again.
  return withStraightBacks(
    opened,
    straightBacksOf(opened).filter((back) => back.to !== event.stepId),
  );
}

function returnMarking(
  marking: Marking,
  event: Extract<FlowEvent, { type: 'StepReturned' }>,
): Marking {
  const reset = withStatus(marking, event.resetNodes, 'reset');
  const nodes: Record<string, NodeState> = { ...reset.nodes };
  for (const id of event.reopenedNodes) {
    const node = nodes[id];
    // A composite that had completed starts a new activation: its join may fire once more.
    if (node?.status === 'done') nodes[id] = { ...node, status: 'open', round: node.round + 1 };
  }
  return withStraightBacks({ ...reset, nodes }, straightBacksAfter(marking, event));
}

/** What was left by the return no longer leads anywhere; going straight back suspends, not ends. */
function straightBacksAfter(
  marking: Marking,
  event: Extract<FlowEvent, { type: 'StepReturned' }>,
): readonly StraightBack[] {
  const others = straightBacksOf(marking).filter((back) => back.after !== event.toStep);
  if (event.then === 'straight-back') {
    return [...others, { after: event.toStep, to: event.fromStep }];
  }
  return others.filter((back) => !event.resetNodes.includes(back.after));
}

export function straightBacksOf(marking: Marking): readonly StraightBack[] {
  return marking.straightBacks ?? [];
}

/** Absent rather than empty, so that the state has one spelling. */
function withStraightBacks(marking: Marking, backs: readonly StraightBack[]): Marking {
  const { straightBacks: before, ...rest } = marking;
  if (backs.length > 0) return { ...rest, straightBacks: backs };
  return before === undefined ? marking : rest;
}

function withNode(marking: Marking, id: string, state: NodeState): Marking {
  return { ...marking, nodes: { ...marking.nodes, [id]: state } };
}

function withStatus(marking: Marking, ids: readonly string[], status: NodeStatus): Marking {
  if (ids.length === 0) return marking;
  const nodes: Record<string, NodeState> = { ...marking.nodes };
  for (const id of ids) {
    const node = nodes[id];
    if (node !== undefined) nodes[id] = { ...node, status };
  }
  return { ...marking, nodes };
}

function withTask(marking: Marking, taskId: string, change: Partial<TaskState>): Marking {
  const task = marking.tasks[taskId];
  if (task === undefined) throw new Error(`marking has no task ${taskId}`);
  return { ...marking, tasks: { ...marking.tasks, [taskId]: { ...task, ...change } } };
}

export function openTasks(marking: Marking): TaskState[] {
  return inOrder(Object.values(marking.tasks).filter((task) => task.status === 'open'));
}

/** In the order of the step's posts. */
export function tasksOfRound(marking: Marking, stepId: string, round: number): TaskState[] {
  return inOrder(
    Object.values(marking.tasks).filter((t) => t.stepId === stepId && t.round === round),
  );
}

/**
 * By step, round and place in the step. Never by the order of keys: a snapshot that went through
 * the database or canonical JSON has its keys sorted, and would open the tenth member's task
 * before the second's.
 */
export function inOrder(tasks: readonly TaskState[]): TaskState[] {
  return tasks.toSorted(
    (a, b) =>
      compareTexts(a.stepId, b.stepId) || a.round - b.round || placeInStep(a) - placeInStep(b),
  );
}

function placeInStep({ taskId }: TaskState): number {
  return Number(taskId.slice(taskId.lastIndexOf('.') + 1));
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Ids in the order of their text, for the reason that `inOrder` gives. */
export function openNodes(marking: Marking): string[] {
  return Object.entries(marking.nodes)
    .filter(([, state]) => state.status === 'open')
    .map(([id]) => id)
    .sort(compareTexts);
}
