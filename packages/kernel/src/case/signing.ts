/** Commands of people in a step: who reads, holds, signs, is asked, and takes back. */
import type { PersonRef } from './party.ts';

export type SigningCommand =
  | { readonly type: 'ReadTask'; readonly taskId: string }
  | { readonly type: 'ClaimTask'; readonly taskId: string }
  | { readonly type: 'ReleaseTask'; readonly taskId: string }
  | {
      readonly type: 'TransferTask';
      readonly taskId: string;
      readonly to: PersonRef;
      readonly reason: string;
    }
  | {
      readonly type: 'HandOverTask';
      readonly taskId: string;
      readonly to: PersonRef;
      readonly reason: string;
    }
  | { readonly type: 'AbstainTask'; readonly taskId: string; readonly opinion: string }
  | {
      readonly type: 'AddSigner';
      readonly taskId: string;
      readonly kind: 'before' | 'with' | 'after';
      readonly person: PersonRef;
      readonly reason: string;
      /** Only `with` in a vote; 1 unless given. */
      readonly weight?: number;
    }
  /** `taskId` is the added signer's. */
  | { readonly type: 'RemoveSigner'; readonly taskId: string; readonly reason: string }
  | {
      readonly type: 'RequestOpinion';
      readonly taskId: string;
      readonly person: PersonRef;
      readonly question: string;
    }
  | { readonly type: 'GiveOpinion'; readonly taskId: string; readonly opinion: string }
  /** `taskId` is the one that was asked for its opinion. */
  | { readonly type: 'TakeBackOpinion'; readonly taskId: string }
  /** `taskId` is the one that the person decided or transferred. */
  | { readonly type: 'RecallTask'; readonly taskId: string };
