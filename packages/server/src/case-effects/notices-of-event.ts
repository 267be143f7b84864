/** Which notice follows from which event, with its parameters. Pure. */
import type { CaseContext, CaseState, Recorded } from '@yichuang/kernel/case';
import { stepOf } from '@yichuang/kernel/flow';
import type { PlainDate } from '@yichuang/kernel/time';
import { formatDay, formatMoney } from '../cases/index.ts';
import { debtNotice } from './debt-notices.ts';
import { letterNotice } from './letter-notices.ts';
import type { PlannedNotice } from './planned-notice.ts';

export interface NoticeFacts {
  readonly state: CaseState;
  readonly context: CaseContext;
  readonly orgName: string;
  /** Of a letter: the unit that has it. */
  readonly unitName: string;
  readonly publicUrl: string;
  readonly queryPassword: string;
}

const TOLD_BY_WHOLE: ReadonlySet<string> = new Set<Recorded['event']['type']>([
  'CaseReceived',
  'CaseAccepted',
  'CaseConcluded',
  'CaseTerminated',
]);

/** What the applicant is told of this event; undefined when nothing. */
export function noticeOf(recorded: Recorded, facts: NoticeFacts): PlannedNotice | undefined {
  const { event } = recorded;
  const { state } = facts;
  const base = { item: state.itemName, number: state.number };
  const link = `${facts.publicUrl}/my/cases/${state.caseId}`;
  if (state.letter !== undefined) {
    const own = `${facts.publicUrl}/my/letters/${state.caseId}`;
    return letterNotice(recorded, { ...facts, link: own });
  }
  if (state.lifecycle === 'internal') return internalNotice(event, facts, base, link);
  // The whole tells that it was received, accepted, concluded; its parts tell what they decide.
  if (state.parent !== undefined && TOLD_BY_WHOLE.has(event.type)) return undefined;
  switch (event.type) {
    case 'CaseReceived': {
      const dueOn = dayOf(state.clocks['correction#1']?.result.dueOn);
      const params = { ...base, dueOn };
      return { template: 'case-received', params, secrets: { password: facts.queryPassword } };
    }
    case 'CaseAccepted': {
      const params = { ...base, org: facts.orgName, dueOn: decisionDue(state) };
      if (!event.isDeemed) return { template: 'case-accepted', params };
      const acceptedOn = dayOf(event.acceptedOn);
      return { template: 'case-deemed-accepted', params: { ...params, acceptedOn } };
    }
    case 'CorrectionRequested':
      return {
        template: 'correction-requested',
        params: { ...base, count: event.items.length, link },
      };
    case 'AcceptanceRefused':
      return { template: 'acceptance-refused', params: { ...base, link } };
    case 'SpecialProcedureStarted':
      return {
        template: 'special-procedure-started',
        params: {
          ...base,
          startedOn: dayOf(event.startedOn),
          procedure: event.name,
          days: event.expectedDays,
        },
      };
    case 'SpecialProcedureEnded': {
      const procedure = state.specialProcedures.find((p) => p.procedureId === event.procedureId);
      const params = { ...base, procedure: procedure?.name ?? '', dueOn: decisionDue(state) };
      return { template: 'special-procedure-ended', params };
    }
    case 'LimitExtended': {
      const dueOn = dayOf(state.clocks[event.clockId]?.result.dueOn);
      return { template: 'limit-extended', params: { ...base, days: event.days, dueOn, link } };
    }
    case 'DecisionMade':
      return {
        template: event.outcome === 'granted' ? 'licence-granted' : 'licence-denied',
        params: { ...base, link },
      };
    case 'FeeAssessed':
      if (event.amountFen === 0) return undefined;
      return {
        template: 'payment-due',
        params: { ...base, amount: formatMoney(event.amountFen), link },
      };
    case 'DocumentIssued':
      return state.documents[event.documentId]?.moment === 'certificate'
        ? { template: 'certificate-ready', params: { ...base, link } }
        : undefined;
    case 'DebtIncurred':
    case 'DebtLapsed':
    case 'DebtSettled':
      return debtNotice(event, state, base, link);
    case 'CaseTerminated':
      return { template: 'case-terminated', params: { ...base, reason: event.reason, link } };
    case 'CaseVoided':
      return { template: 'case-voided', params: { ...base, reason: event.reason, link } };
    case 'DecisionRevoked':
      return { template: 'decision-revoked', params: { ...base, link } };
    case 'CaseWithdrawn':
      return { template: 'case-withdrawn', params: base };
    case 'CaseConcluded':
      return { template: 'case-concluded', params: { ...base, link } };
    default:
      return undefined;
  }
}

/** What a member of staff is told of an approval of their own; nothing that they see at once. */
function internalNotice(
  event: Recorded['event'],
  { context }: NoticeFacts,
  base: Readonly<Record<string, string>>,
  link: string,
): PlannedNotice | undefined {
  switch (event.type) {
    case 'CaseConcluded': {
      const isGranted = event.outcome === 'granted';
      return { template: isGranted ? 'internal-approved' : 'internal-denied', params: base };
    }
    case 'StepReturned':
      if (!isFilingStep(context, event.toStep)) return undefined;
      return { template: 'internal-returned', params: { ...base, reason: event.reason } };
    case 'CaseTerminated':
      return { template: 'case-terminated', params: { ...base, reason: event.reason, link } };
    default:
      return undefined;
  }
}

function isFilingStep({ item }: CaseContext, stepId: string): boolean {
  return item.flow !== undefined && stepOf(item.flow, stepId).duty === 'filing';
}

function dayOf(day: PlainDate | undefined): string {
  return day === undefined ? '' : formatDay(day, 'zh-CN');
}

/** The promise where there is one, else the statutory limit. */
function decisionDue(state: CaseState): string {
  const clock = state.clocks['committed'] ?? state.clocks['statutory'];
  return dayOf(clock?.result.dueOn);
}
