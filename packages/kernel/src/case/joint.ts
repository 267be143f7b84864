/**
 * 联办: a whole whose parts are cases of other departments.
 *
 * A part is `waiting` (for parts that come before it) → `open` (ordered; its case is opened and
 * recorded) → `granted` | `denied`, or `cancelled` when the split is left or its condition fails.
 */
import type { ClosingCause } from '../flow/index.ts';

export type PartStatus = 'waiting' | 'open' | 'granted' | 'denied' | 'cancelled';

export interface PartState {
  readonly status: PartStatus;
  readonly itemCode: string;
  /** The part's own case, once it is there. */
  readonly caseId?: string;
  readonly number?: string;
}

/** The parts of one round of a split; those of earlier rounds no longer count. */
export interface SubcasesState {
  readonly round: number;
  readonly parts: Readonly<Record<string, PartState>>;
}

/** The whole that a case is a part of. */
export interface ParentRef {
  readonly caseId: string;
  readonly nodeId: string;
  readonly partId: string;
  readonly number: string;
}

export type JointEvent =
  | {
      readonly type: 'SubcasesOrdered';
      readonly nodeId: string;
      readonly round: number;
      readonly parts: readonly {
        readonly id: string;
        readonly itemCode: string;
        /** Other parts have to be concluded first. */
        readonly isWaiting: boolean;
      }[];
    }
  | {
      readonly type: 'SubcasesReleased';
      readonly nodeId: string;
      readonly partIds: readonly string[];
    }
  | {
      readonly type: 'SubcaseRecorded';
      readonly nodeId: string;
      readonly partId: string;
      readonly caseId: string;
      readonly number: string;
    }
  | {
      readonly type: 'SubcaseConcluded';
      readonly nodeId: string;
      readonly partId: string;
      readonly outcome: 'granted' | 'denied';
    }
  | {
      readonly type: 'SubcasesCancelled';
      readonly nodeId: string;
      readonly partIds: readonly string[];
      readonly cause: ClosingCause;
    };

export type JointCommand =
  | {
      readonly type: 'RecordSubcase';
      readonly nodeId: string;
      readonly partId: string;
      readonly caseId: string;
      readonly number: string;
    }
  | {
      readonly type: 'ConcludeSubcase';
      readonly nodeId: string;
      readonly partId: string;
      readonly outcome: 'granted' | 'denied';
    };

export function isLivePart({ status }: PartState): boolean {
  return status === 'waiting' || status === 'open';
}
