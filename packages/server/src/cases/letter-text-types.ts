/** What is said of letters beside what is said of every case. */
import type { ClockKind, LetterMessage, RefusalCode, Satisfaction } from '@yichuang/kernel/case';
import type { RefusalText } from '../platform/refusal.ts';

type LetterRefusal = Extract<
  RefusalCode,
  | 'not-a-letter'
  | 'unit-has-it'
  | 'accused-unit'
  | 'accused-person'
  | 'lead-unit-twice'
  | 'unit-without-reception'
  | 'simple-not-possible'
  | 'not-simple'
  | 'report-day-required'
  | 'no-referral'
  | 'objection-open'
  | 'objection-too-late'
  | 'objection-answered-already'
  | 'no-objection'
  | 'not-where-answered'
  | 'answer-incomplete'
  | 'answer-required'
  | 'empty-answer-needs-reason'
  | 'not-answered-yet'
  | 'follow-ups-used-up'
  | 'rated-already'
  | 'rating-needs-reason'
  | 'text-required'
  | 'message-to-oneself'
  | 'day-in-future'
  | 'day-in-past'
  | 'link-to-itself'
  | 'linked-already'
  | 'link-unknown'
  | 'marked-already'
  | 'never-public'
  | 'sender-says-no'
  | 'not-public'
  | 'no-supervision'
  | 'no-further-review'
  | 'review-too-late'
  | 'review-requested-already'
  | 'representatives-too-many'
  | 'received-day-not-possible'
>;

export type LetterTimelineKey =
  | 'LetterReceived'
  | 'LetterAccepted'
  | 'LetterForwarded'
  | 'LetterTransferred'
  | 'LetterAssigned'
  | 'ReferralObjected'
  | 'ObjectionUpheld'
  | 'ObjectionNotUpheld'
  | 'SimpleProcedureChosen'
  | 'OrdinaryProcedureChosen'
  | 'AnswerDrafted'
  | 'AnswerDraftedFlagged'
  | 'AnswerGiven'
  | 'LetterReopenedFollowUp'
  | 'LetterReopenedBadRating'
  | 'LetterReopenedCallBack'
  | 'AnswerRated'
  | 'LetterMessageSent'
  | 'InvestigationRecorded'
  | 'MediationRecorded'
  | 'SettlementRecorded'
  | 'LetterLinkedRepeated'
  | 'LetterLinkedSameMatter'
  | 'LetterUnlinked'
  | 'SensitivityMarked'
  | 'SensitivityRemoved'
  | 'LetterPublished'
  | 'LetterUnpublished'
  | 'CallBackSatisfied'
  | 'CallBackDissatisfied'
  | 'CaseSupervised'
  | 'SupervisionAnswered'
  | 'ReviewRequested'
  | 'ReviewRecorded';

export type LetterHeadlineKey =
  | 'letterReceived'
  | 'letterRegistering'
  | 'letterAccepted'
  | 'letterUnderway'
  | 'letterReopened'
  | 'letterServing'
  | 'letterAnswered'
  | 'letterReviewed'
  | 'letterRefused'
  | 'letterWithdrawn';

type LetterClock = Extract<
  ClockKind,
  'registration' | 'acceptance' | 'objection' | 'follow-up' | 'rectification' | 'review'
>;

/** One record for each language; its parts stand beside those of every case. */
export interface LetterTexts {
  readonly refusals: Readonly<Record<LetterRefusal, RefusalText>>;
  readonly timeline: Readonly<Record<LetterTimelineKey, string>>;
  readonly clockNames: Readonly<Record<LetterClock, string>>;
  readonly headline: Readonly<Record<LetterHeadlineKey, string>>;
  readonly satisfaction: Readonly<Record<Satisfaction, string>>;
  readonly correspondents: Readonly<Record<LetterMessage['from'], string>>;
}
