/**
 * The marking says what is active in a flow, and in which round.
 *
 * States of a node: absent (never entered) → open → done; a return makes open or done nodes `reset`
 * and opens the target again in a new round; the end of the flow makes open nodes `cancelled`.
 * Invariants: a composite is open exactly while something inside it is open; a round never
 * decreases; `done` of a parallel is reached once per round (its join fires once).
 */
import type { Instant, LegalBasis } from '../time/index.ts';
import type { PersonRef } from './person.ts';
import {
  compareTexts,
  inOrder,
  type ClosingCause,
  type TaskKind,
  type TaskState,
  type TransferCause,
  type Verdict,
  type Vote,
} from './task.ts';

/** `skipped`: passed over by a jump, never done. */
export type NodeStatus = 'open' | 'done' | 'reset' | 'cancelled' | 'skipped';

export interface NodeState {
  readonly round: number;
  readonly status: NodeStatus;
  /** Branches entered in this round, for a choice or a parallel. */
  readonly branches?: readonly string[];
  /** How a step ended. */
  readonly outcome?: Verdict;
  /** The step whose completion opened this one by the way straight back. */
  readonly cameBackFrom?: string;
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
        /** Of a filing step: the applicant. */
        readonly holder?: PersonRef;
      }[];
      /** The step that was corrected, where the case comes straight back from it. */
      readonly cameBackFrom?: string;
    }
  | { readonly type: 'TaskOpened'; readonly taskId: string }
  | {
      readonly type: 'TaskDecided';
      readonly taskId: string;
      readonly stepId: string;
      readonly round: number;
      readonly verdict: Vote;
      readonly opinion: string;
      readonly basis?: readonly LegalBasis[];
      /** One of many that the person decided in one go (批量). */
      readonly isBatch?: true;
    }
  | {
      readonly type: 'TaskClosed';
      readonly taskId: string;
      readonly stepId: string;
      readonly round: number;
      readonly cause: ClosingCause;
      readonly reason?: string;
    }
  | { readonly type: 'TaskRead'; readonly taskId: string }
  | { readonly type: 'TaskClaimed'; readonly taskId: string; readonly holder: PersonRef }
  | { readonly type: 'TaskReleased'; readonly taskId: string }
  | {
      readonly type: 'TaskTransferred';
      readonly taskId: string;
      readonly from?: PersonRef;
      /** A post only by the system, where a policy says so. */
      readonly to: PersonRef | { readonly post: string };
      readonly reason: string;
      readonly cause: TransferCause;
    }
  | {
      readonly type: 'SignerAdded';
      readonly taskId: string;
      readonly stepId: string;
      readonly round: number;
      readonly kind: Exclude<TaskKind, 'opinion'>;
      readonly by: { readonly taskId: string; readonly person: PersonRef };
      readonly person: PersonRef;
      readonly weight: number;
      readonly order: number;
      readonly waits: boolean;
      readonly reason: string;
    }
  | {
      readonly type: 'OpinionRequested';
      readonly taskId: string;
      readonly stepId: string;
      readonly round: number;
      /** The task that waits for it. */
      readonly forTask: string;
      readonly by: PersonRef;
      readonly person: PersonRef;
      readonly question: string;
      readonly order: number;
    }
  | { readonly type: 'OpinionGiven'; readonly taskId: string; readonly opinion: string }
  | TaskRecalledEvent
  | TaskReturnedEvent
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
      readonly type: 'FlowJumped';
      readonly toStep: string;
      readonly reason: string;
      readonly resetNodes: readonly string[];
      /** Passed over, never done. */
      readonly skippedNodes: readonly string[];
      /** Around the target, root first, as they stand after the jump. */
      readonly openedNodes: readonly {
        readonly nodeId: string;
        readonly round: number;
        readonly branches?: readonly string[];
      }[];
    }
  | {
      readonly type: 'FlowEnded';
      readonly outcome: Verdict;
      readonly cancelledNodes: readonly string[];
    };

/** 退回 within a step signed in turn: the member before signs once more, in the same round. */
export interface TaskReturnedEvent {
  readonly type: 'TaskReturned';
  readonly taskId: string;
  readonly stepId: string;
  readonly round: number;
  /** The member's task whose vote is undone. */
  readonly toTask: string;
  readonly reason: string;
  /** Which tasks of the round are open, and which wait again. */
  readonly tasks: readonly {
    readonly taskId: string;
    readonly status: 'open' | 'waiting';
  }[];
}

/**
 * 取回: a vote or a transfer is undone. Self-contained: the event names all that it changes, save the
 * tasks that were opened since, which are closed by their own events before.
 */
export interface TaskRecalledEvent {
  readonly type: 'TaskRecalled';
  readonly taskId: string;
  readonly stepId: string;
  readonly round: number;
  readonly undone: 'vote' | 'transfer';
  /** Who has the task again, after a transfer. */
  readonly holder?: PersonRef;
  /** Tasks of the round that are live again, or wait again, now that the vote is undone. */
  readonly tasks: readonly {
    readonly taskId: string;
    readonly status: 'open' | 'waiting';
  }[];
  /** What the vote had completed: the step keeps its round, what surrounds it begins a new one. */
  readonly reopenedNodes: readonly string[];
  /** What the vote had entered. */
  readonly resetNodes: readonly string[];
  /** The way straight back that the vote had used up. */
  readonly straightBack?: StraightBack;
}

export interface Envelope {
  readonly at: Instant;
  readonly by: {
    readonly personId: string;
    readonly name: string;
    readonly onBehalfOf?: PersonRef;
  };
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

/** Ids in the order of their text, for the reason that `inOrder` gives. */
export function openNodes(marking: Marking): string[] {
  return Object.entries(marking.nodes)
    .filter(([, state]) => state.status === 'open')
    .map(([id]) => id)
    .sort(compareTexts);
}
