/**
 * Four acts that must not be mixed: withdrawn 撤回 by the applicant before the decision, terminated
 * 终止 by the office before it, revoked 撤销 after an unlawful or broken grant, voided 作废 for a
 * concluded case that should not have been. An issued number or certificate is never destroyed: it
 * stays, and the case says what became of it. Frozen 冻结 is no end: acting stops, clocks run.
 */
import type { Instant, LegalBasis, PlainDate } from '../time/index.ts';

/** Who did it, when and why; with the law where one was named. */
export interface Ending {
  readonly at: Instant;
  readonly by: string;
  readonly reason: string;
  readonly basis?: LegalBasis;
}

export type EndingEvent =
  | {
      readonly type: 'CaseTerminated';
      readonly reason: string;
      readonly basis?: LegalBasis;
    }
  | { readonly type: 'CaseVoided'; readonly reason: string; readonly basis?: LegalBasis }
  | {
      readonly type: 'DecisionRevoked';
      readonly revokedOn: PlainDate;
      readonly reason: string;
      readonly basis: LegalBasis;
    }
  | { readonly type: 'CaseFrozen'; readonly reason: string }
  | { readonly type: 'CaseUnfrozen'; readonly reason: string };

export type EndingCommand =
  | {
      readonly type: 'TerminateCase';
      readonly reason: string;
      readonly basis?: LegalBasis;
    }
  | { readonly type: 'VoidCase'; readonly reason: string; readonly basis?: LegalBasis }
  | {
      readonly type: 'RevokeDecision';
      readonly reason: string;
      readonly basis: LegalBasis;
    }
  | { readonly type: 'FreezeCase'; readonly reason: string }
  | { readonly type: 'UnfreezeCase'; readonly reason: string };
