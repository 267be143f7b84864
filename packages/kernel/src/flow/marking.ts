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

export function straightBacksOf(marking: Marking): readonly StraightBack[] {
  return marking.straightBacks ?? [];
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
