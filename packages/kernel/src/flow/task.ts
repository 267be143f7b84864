/**
 * A task is one person's part in a step.
 *
 * States: open (somebody may act) or waiting (for its turn, for who signs before, for an opinion),
 * to and fro; then done (decided, or the opinion given) or closed (taken away, with its cause). A
 * recall opens what it undoes again, and a return in turn the member before; nothing else leaves
 * `done` or `closed`.
 */
import type { Instant, LegalBasis } from '../time/index.ts';
import type { PersonRef } from './person.ts';

export type Verdict = 'approved' | 'rejected';

/** 弃权 only in a vote: no weight in favour, and the denominator stays as it is. */
export type Vote = Verdict | 'abstained';

export type TaskStatus = 'open' | 'waiting' | 'done' | 'closed';

/**
 * Absent: a member of the step by its flow. `before`, `with`, `after`: added by who held `addedBy`
 * (加签). `opinion`: asked for words only (委派); it is no signature and never counts.
 */
export type TaskKind = 'before' | 'with' | 'after' | 'opinion';

/** Why a task was taken from somebody who had not acted (law 7: whoever loses a task is told). */
export type ClosingCause =
  | 'skipped-by-rule'
  | 'returned'
  | 'sister-branch-cancelled'
  | 'case-ended'
  | 'decided-by-other'
  | 'recalled'
  | 'removed'
  | 'jumped'
  | 'taken-back'
  | 'timed-out';

export type TransferCause =
  | 'transferred'
  | 'handed-over'
  | 'nobody-qualifies'
  | 'applicant-holds'
  | 'timed-out'
  /** A letter went on to another unit, or back to who sent it there. */
  | 'referred';

export interface TaskTransfer {
  readonly from?: PersonRef;
  readonly to: PersonRef;
  readonly at: Instant;
  readonly reason: string;
  /** Absent: by the holder's own wish, which the holder may recall. */
  readonly cause?: Exclude<TransferCause, 'transferred'>;
}

export interface TaskState {
  readonly taskId: string;
  readonly stepId: string;
  readonly round: number;
  /** The posts that may act on it: one, or all of the step's when they share it. */
  readonly posts: readonly string[];
  readonly status: TaskStatus;
  readonly openedAt: Instant;
  /** Of its seat; 0 for who signs before or after another one. */
  readonly weight: number;
  readonly verdict?: Vote;
  readonly opinion?: string;
  /** The law that a reject was founded on. */
  readonly basis?: readonly LegalBasis[];
  readonly closedAt?: Instant;
  readonly closedBy?: PersonRef;
  /** In whose place the task was decided: 张三（李四代） is closed by 李四 on behalf of 张三. */
  readonly onBehalfOf?: PersonRef;
  readonly cause?: ClosingCause;
  readonly kind?: TaskKind;
  readonly addedBy?: { readonly taskId: string; readonly person: PersonRef };
  /** Place in the step; absent: the number at the end of the id. */
  readonly order?: number;
  /** Then only this person, or a proxy, acts. */
  readonly holder?: PersonRef;
  /** The holder took it from the posts' common list and may put it back. */
  readonly isClaimed?: true;
  readonly claimedAt?: Instant;
  readonly transfers?: readonly TaskTransfer[];
  /** Since it was opened last. */
  readonly readAt?: Instant;
  readonly question?: string;
  readonly isBatch?: true;
}

export function isLive(task: Pick<TaskState, 'status'>): boolean {
  return task.status === 'open' || task.status === 'waiting';
}

/**
 * By step, round and place in the step. Never by the order of keys: a snapshot that went through
 * the database or canonical JSON has its keys sorted, and would open the tenth member's task
 * before the second's.
 */
export function inOrder(tasks: readonly TaskState[]): TaskState[] {
  return tasks.toSorted(
    (a, b) =>
      compareTexts(a.stepId, b.stepId) ||
      a.round - b.round ||
      placeInStep(a) - placeInStep(b) ||
      numberOf(a) - numberOf(b),
  );
}

export function placeInStep(task: TaskState): number {
  return task.order ?? numberOf(task);
}

/** Tasks are `step#round.1`, `step#round.2` … in the order in which they came to be. */
export function numberOf({ taskId }: Pick<TaskState, 'taskId'>): number {
  return Number(taskId.slice(taskId.lastIndexOf('.') + 1));
}

export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
