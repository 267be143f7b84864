import type { CaseEvent, Recorded } from '@yichuang/kernel/case';

/** Events after which somebody outside has to be told, or a document made. */
const FOLLOWED: ReadonlySet<CaseEvent['type']> = new Set<CaseEvent['type']>([
  'CaseReceived',
  'DocumentOrdered',
  'DocumentIssued',
  'CorrectionRequested',
  'CaseAccepted',
  'AcceptanceRefused',
  'SpecialProcedureStarted',
  'SpecialProcedureEnded',
  'LimitExtended',
  'DecisionMade',
  'FeeAssessed',
  'ResultServed',
  'CaseConcluded',
  'CaseWithdrawn',
  'CaseTerminated',
  'CaseVoided',
  'DecisionRevoked',
  'TaskTransferred',
  'SignerAdded',
  'OpinionRequested',
  'TaskRecalled',
  'StepReturned',
  'CaseUrged',
  'UnitCaseOrdered',
  'SubcasesOrdered',
  'SubcasesReleased',
  'SubcasesCancelled',
  'MaterialsSupplied',
  'DebtIncurred',
  'DebtSettled',
  'DebtLapsed',
  'FormAmended',
  'CaseReferred',
  'ReferralObjected',
  'ObjectionAnswered',
  'AnswerGiven',
  'LetterReopened',
  'LetterMessageSent',
  'SensitivityMarked',
  'LetterPublished',
  'LetterUnpublished',
  'CaseSupervised',
  'ReviewRequested',
]);

/** What another system states happened there: nobody is told of it once more. */
const IMPORT = 'import';

/** The first event that asks for a job; most steps of a flow have none, and wake nobody. */
export function firstFollowed(events: readonly Recorded[]): Recorded | undefined {
  return events.find(({ event, by }) => FOLLOWED.has(event.type) && by.rule !== IMPORT);
}
