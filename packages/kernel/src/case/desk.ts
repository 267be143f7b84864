/**
 * What goes over a desk beside the tasks: things to read (抄送, 传阅), urging (催办), work handed
 * out to another unit (分发), messages from outside, the move to a newer flow. None of it blocks.
 */
import type { Instant } from '../time/index.ts';
import type { PersonRef } from '../flow/person.ts';

export type Addressee = PersonRef | { readonly post: string };

export interface ReadingState {
  readonly readingId: string;
  /** `copy` 抄送: to read; `circulation` 传阅: to read and say something. */
  readonly kind: 'copy' | 'circulation';
  readonly to: Addressee;
  readonly from: PersonRef;
  readonly at: Instant;
  readonly note: string;
  /** The reading whose reader sent it onward. */
  readonly fromReading?: string;
  readonly readAt?: Instant;
  readonly readBy?: PersonRef;
  readonly opinion?: string;
}

export interface UrgeState {
  readonly at: Instant;
  readonly by: PersonRef;
  readonly taskIds: readonly string[];
  readonly message: string;
}

export interface HandOutState {
  readonly handOutId: string;
  readonly itemCode: string;
  readonly orgId: string;
  readonly note: string;
  readonly at: Instant;
  readonly caseId?: string;
  readonly number?: string;
}

export type DeskEvent =
  | {
      readonly type: 'CaseCopied';
      readonly readings: readonly { readonly readingId: string; readonly to: Addressee }[];
      readonly note: string;
      readonly isForOpinion: boolean;
      readonly fromReading?: string;
    }
  | { readonly type: 'CopyRead'; readonly readingId: string; readonly opinion: string }
  | {
      readonly type: 'CaseUrged';
      readonly taskIds: readonly string[];
      readonly message: string;
    }
  | {
      readonly type: 'UnitCaseOrdered';
      readonly handOutId: string;
      readonly itemCode: string;
      readonly orgId: string;
      readonly note: string;
    }
  | {
      readonly type: 'UnitCaseRecorded';
      readonly handOutId: string;
      readonly caseId: string;
      readonly number: string;
    }
  | { readonly type: 'MessageReceived'; readonly nodeId: string; readonly message: string }
  | { readonly type: 'CaseRebased'; readonly fromVersion: number; readonly toVersion: number };

export type DeskCommand =
  | {
      readonly type: 'CopyCase';
      readonly to: readonly Addressee[];
      readonly note: string;
      readonly isForOpinion: boolean;
      /** Sent onward by the reader of this reading; absent: by who holds a task. */
      readonly fromReading?: string;
    }
  | { readonly type: 'ReadCopy'; readonly readingId: string; readonly opinion: string }
  | { readonly type: 'UrgeCase'; readonly message: string }
  | {
      readonly type: 'HandOutCase';
      readonly itemCode: string;
      readonly orgId: string;
      readonly note: string;
    }
  | {
      readonly type: 'RecordUnitCase';
      readonly handOutId: string;
      readonly caseId: string;
      readonly number: string;
    }
  | { readonly type: 'ReceiveMessage'; readonly nodeId: string; readonly message: string }
  | { readonly type: 'JumpToStep'; readonly toStep: string; readonly reason: string }
  | { readonly type: 'RebaseCase'; readonly toVersion: number };
