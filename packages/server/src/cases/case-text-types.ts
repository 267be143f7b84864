import type { ClockKind, RefusalCode } from '@yichuang/kernel/case';
import type { RefusalText } from '../platform/refusal.ts';
import type { LetterHeadlineKey, LetterTexts, LetterTimelineKey } from './letter-text-types.ts';

/** Refusals of the use cases around a case, beside the kernel's. */
export const ownRefusals = {
  'draft-unknown': { http: 404 },
  'drafts-too-many': { http: 409 },
  'identity-required': { http: 409 },
  'item-changed-meanwhile': { http: 409 },
  'not-to-be-filed-again': { http: 409 },
  'upload-not-yours': { http: 422 },
  'query-password-wrong': { http: 404 },
  'day-not-real': { http: 422 },
  'source-number-taken': { http: 409 },
} as const;

export type OwnCode = keyof typeof ownRefusals;

type TimelineKey =
  | LetterTimelineKey
  | 'CaseReceived'
  | 'MaterialsChecked'
  | 'PaperReceived'
  | 'CorrectionRequested'
  | 'CorrectionReceived'
  | 'CaseAccepted'
  | 'CaseAcceptedDeemed'
  | 'AcceptanceRefused'
  | 'FormAmended'
  | 'StepOpened'
  | 'CaseResubmitted'
  | 'TaskDecidedApproved'
  | 'TaskDecidedRejected'
  | 'TaskDecidedAbstained'
  | 'TaskClaimed'
  | 'TaskReleased'
  | 'TaskTransferred'
  | 'TaskHandedOver'
  | 'TaskMoved'
  | 'SignerAdded'
  | 'SignerRemoved'
  | 'OpinionRequested'
  | 'OpinionGiven'
  | 'OpinionTakenBack'
  | 'OpinionTimedOut'
  | 'TaskRecalled'
  | 'TransferRecalled'
  | 'TaskMovedToAdministrators'
  | 'TaskReturned'
  | 'StepReturned'
  | 'SpecialProcedureStarted'
  | 'SpecialProcedureEnded'
  | 'LimitExtended'
  | 'DecisionMadeGranted'
  | 'DecisionMadeDenied'
  | 'FeeAssessed'
  | 'FeeAssessedNone'
  | 'PaymentRecorded'
  | 'DocumentIssued'
  | 'ResultServed'
  | 'SubcasesOrdered'
  | 'SubcaseConcluded'
  | 'SupervisionHit'
  | 'CaseFiledInternally'
  | 'SubcasesReleased'
  | 'SubcaseRecorded'
  | 'SubcasesCancelled'
  | 'FlowJumped'
  | 'CaseFrozen'
  | 'CaseUnfrozen'
  | 'CaseTerminated'
  | 'CaseVoided'
  | 'DecisionRevoked'
  | 'CaseCopied'
  | 'CaseCirculated'
  | 'CopyRead'
  | 'CaseUrged'
  | 'UnitCaseOrdered'
  | 'UnitCaseRecorded'
  | 'MessageReceived'
  | 'CaseRebased'
  | 'DebtIncurredMaterial'
  | 'DebtIncurredCommitment'
  | 'MaterialsSupplied'
  | 'DebtSettledKept'
  | 'DebtSettledBroken'
  | 'DebtSettledInsufficient'
  | 'DebtLapsed'
  | 'SupervisionHitDebt'
  | 'CaseConcluded'
  | 'CaseWithdrawn'
  | 'CaseArchived';

type HeadlineKey =
  | LetterHeadlineKey
  | 'received'
  | 'correction-pending'
  | 'accepted'
  | 'acceptedBetweenSteps'
  | 'acceptedInParts'
  | 'acceptedSuspended'
  | 'decidedPay'
  | 'decidedGranted'
  | 'decidedDenied'
  | 'decidedInParts'
  | 'acceptance-refused'
  | 'concludedGranted'
  | 'concludedDenied'
  | 'concludedAgreed'
  | 'concludedInParts'
  | 'concludedRejected'
  | 'archived'
  | 'withdrawn'
  | 'in-progress'
  | 'terminated'
  | 'voided'
  | 'revoked'
  | 'frozen';

type ExplainKey =
  | 'start'
  | 'counted'
  | 'countedCalendar'
  | 'weekend'
  | 'holiday'
  | 'makeup-workday'
  | 'suspended'
  | 'extension-start'
  | 'rolled'
  | 'due'
  | 'dueCalendar'
  | 'provisional'
  | 'summary'
  | 'summaryCalendar'
  | 'summarySuspended'
  | 'summaryExtended'
  | 'summaryExcluded'
  | 'summaryProvisional';

/** Everything about a case that is said in words; one record for each language. */
export interface CaseTexts {
  readonly refusals: Readonly<Record<RefusalCode | OwnCode, RefusalText>>;
  readonly timeline: Readonly<Record<TimelineKey, string>>;
  readonly system: string;
  /** By which rule the system acted, beside its name. */
  readonly rules: Readonly<Record<string, string>>;
  readonly applicant: string;
  /** 张三（李四代）: who acted in whose place. */
  readonly actingFor: string;
  readonly clockNames: Readonly<Record<ClockKind, string>>;
  readonly headline: Readonly<Record<HeadlineKey, string>>;
  readonly explain: Readonly<Record<ExplainKey, string>>;
  readonly satisfaction: LetterTexts['satisfaction'];
  /** Who writes to whom about a letter. */
  readonly correspondents: LetterTexts['correspondents'];
  readonly materials: Readonly<Record<'paper' | 'electronic', string>>;
}
