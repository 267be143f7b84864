import type { TimelineEntry } from '@yichuang/contracts';
import type { CaseEvent, Recorded } from '@yichuang/kernel/case';
import { indexFlow, type StepDuty } from '@yichuang/kernel/flow';
import { fill, textsOf } from './case-texts.ts';
import { formatMoney } from './format-date.ts';
import type { Storyteller, Told } from './storyteller.ts';
import { tellDebt } from './tell-debts.ts';
import { tellLetter } from './tell-letters.ts';
import { tellMoving } from './tell-moving.ts';
import { tellSigning } from './tell-signing.ts';

/** The story of a case in plain words; marking and clock events are not told. */
export async function timeline(
  events: readonly Recorded[],
  teller: Storyteller,
): Promise<TimelineEntry[]> {
  const posts = await teller.directory.posts();
  const texts = textsOf[teller.language];
  // Some acts are nobody's by a post: then the office did it, whoever it was there.
  const own = (await teller.directory.org(teller.item.orgId))?.name ?? texts.system;
  const templates = new Map<string, string>();
  const debts = new Map<string, string>();
  const linked = new Map<string, string>();
  const orgs = teller.item.letter === undefined ? undefined : await teller.directory.orgs();
  const letters = {
    isPublic: teller.isPublic,
    language: teller.language,
    texts,
    nameOfUnit: (orgId: string) => orgs?.get(orgId)?.name ?? orgId,
    linked,
  };
  return events.flatMap((recorded): TimelineEntry[] => {
    const { event, by, seq, at } = recorded;
    // Only a letter that is opened again is moved by the system, and that is told.
    if (event.type === 'FlowJumped' && by.kind === 'system') return [];
    if (event.type === 'DocumentOrdered') templates.set(event.documentId, event.template);
    if (event.type === 'DebtIncurred') debts.set(event.debtId, event.name);
    if (event.type === 'LetterLinked') linked.set(event.linkId, event.number);
    const told =
      tellLetter(event, letters) ??
      tell(event, teller, templates) ??
      tellDebt(event, debts) ??
      (teller.isPublic ? undefined : tellSigning(event, { step: nameOf(teller), posts }));
    if (told === undefined) return [];
    const role = by.kind === 'system' ? texts.rules[by.rule ?? ''] : posts.get(by.post ?? '')?.name;
    const office = teller.isPublic && by.kind === 'staff';
    const person =
      by.onBehalfOf === undefined
        ? by.name
        : fill(texts.actingFor, { name: by.name, principal: by.onBehalfOf.name });
    const name = by.kind === 'system' ? texts.system : office ? (role ?? own) : person;
    return [
      {
        seq,
        type: event.type,
        at,
        by: by.kind !== 'applicant' ? name : applicantIn(teller, texts.applicant, name),
        text: fill(texts.timeline[told.key], told.params ?? {}),
        tone: told.tone ?? 'plain',
        ...(role === undefined || office ? {} : { role }),
        ...(told.opinion && (!teller.isPublic || told.isForApplicant)
          ? { opinion: told.opinion }
          : {}),
        ...(told.documentId === undefined ? {} : { documentId: told.documentId }),
      },
    ];
  });
}

function applicantIn({ isPublic, sender }: Storyteller, applicant: string, name: string): string {
  return isPublic ? applicant : (sender ?? name);
}

function tell(
  event: CaseEvent,
  teller: Storyteller,
  templates: ReadonlyMap<string, string>,
): Told | undefined {
  return (
    tellIntake(event, teller) ??
    tellSteps(event, teller) ??
    tellResult(event, teller, templates) ??
    tellMoving(event, teller)
  );
}

const RECEIVED = { internal: 'CaseFiledInternally', letter: 'LetterReceived' } as const;

function tellIntake(event: CaseEvent, { item }: Storyteller): Told | undefined {
  switch (event.type) {
    case 'CaseReceived':
      return { key: event.lifecycle === undefined ? event.type : RECEIVED[event.lifecycle] };
    case 'CorrectionReceived':
    case 'MaterialsChecked':
    case 'PaperReceived':
    case 'FormAmended':
      return { key: event.type };
    case 'CorrectionRequested':
      return { key: event.type, tone: 'attention' };
    case 'CaseAccepted':
      if (item.letter !== undefined) return { key: 'LetterAccepted', tone: 'good' };
      return { key: event.isDeemed ? 'CaseAcceptedDeemed' : 'CaseAccepted', tone: 'good' };
    case 'AcceptanceRefused':
      return { key: event.type, tone: 'bad', opinion: event.reason };
    default:
      return undefined;
  }
}

function nameOf({ item: { flow }, language }: Storyteller): (nodeId: string) => string {
  return (id) => {
    const node = flow === undefined ? undefined : indexFlow(flow).get(id)?.node;
    if (node === undefined) return id;
    return language === 'en' ? (node.nameEn ?? node.name) : node.name;
  };
}

function dutyOf(stepId: string, { item: { flow } }: Storyteller): StepDuty | undefined {
  const node = flow === undefined ? undefined : indexFlow(flow).get(stepId)?.node;
  return node?.kind === 'step' ? node.duty : undefined;
}

/** The first filing is the receipt, which is told already; a later one answers a return. */
function tellFiling({
  round,
  opinion,
}: Extract<CaseEvent, { readonly type: 'TaskDecided' }>): Told | undefined {
  return round === 1 ? undefined : { key: 'CaseResubmitted', opinion };
}

const DECIDED = {
  approved: 'TaskDecidedApproved',
  rejected: 'TaskDecidedRejected',
  abstained: 'TaskDecidedAbstained',
} as const;

function tellSteps(event: CaseEvent, teller: Storyteller): Told | undefined {
  const name = nameOf(teller);
  switch (event.type) {
    case 'TaskDecided':
      if (teller.isPublic) return undefined;
      if (dutyOf(event.stepId, teller) === 'filing') return tellFiling(event);
      return {
        key: DECIDED[event.verdict],
        params: { step: name(event.stepId) },
        opinion: event.opinion,
        tone: event.verdict === 'rejected' ? 'attention' : 'plain',
      };
    case 'StepOpened':
      return teller.isPublic
        ? { key: 'StepOpened', params: { step: name(event.stepId) } }
        : undefined;
    case 'StepReturned':
      // An objection, or an answer that will not do: the sender is told what comes of it.
      if (teller.isPublic && teller.item.letter !== undefined) return undefined;
      return {
        key: 'StepReturned',
        params: { from: name(event.fromStep), to: name(event.toStep) },
        opinion: event.reason,
        tone: 'attention',
      };
    case 'FlowJumped':
      return {
        key: 'FlowJumped',
        params: { to: name(event.toStep) },
        opinion: event.reason,
        tone: 'attention',
      };
    case 'SpecialProcedureStarted': {
      const params = { name: event.name, days: event.expectedDays };
      return { key: event.type, params, opinion: event.reason, tone: 'attention' };
    }
    case 'LimitExtended':
      return {
        key: event.type,
        params: { days: event.days },
        opinion: event.reason,
        tone: 'attention',
      };
    default:
      return undefined;
  }
}

function tellResult(
  event: CaseEvent,
  teller: Storyteller,
  templates: ReadonlyMap<string, string>,
): Told | undefined {
  switch (event.type) {
    case 'SpecialProcedureEnded':
      return { key: event.type, opinion: event.result };
    case 'DecisionMade':
      // What was answered is told as the answer.
      if (event.outcome === 'answered') return undefined;
      return event.outcome === 'granted'
        ? { key: 'DecisionMadeGranted', tone: 'good' }
        : { key: 'DecisionMadeDenied', tone: 'bad', opinion: event.reason };
    case 'FeeAssessed':
      if (event.amountFen === 0) return { key: 'FeeAssessedNone' };
      return { key: 'FeeAssessed', params: { amount: formatMoney(event.amountFen) } };
    case 'PaymentRecorded':
      return { key: event.type, params: { amount: formatMoney(event.amountFen) }, tone: 'good' };
    case 'DocumentIssued': {
      const template = templates.get(event.documentId) ?? '';
      const document = teller.documentNames[template] ?? template;
      return { key: event.type, params: { document }, documentId: event.documentId };
    }
    case 'SupervisionHit':
      if (teller.isPublic) return undefined;
      return { key: event.rule === 'JC-RQ' ? 'SupervisionHitDebt' : event.type, tone: 'bad' };
    case 'ResultServed':
    case 'CaseConcluded':
      return { key: event.type, tone: 'good' };
    case 'SubcasesOrdered':
      return event.parts.length === 0 ? undefined : { key: event.type };
    case 'SubcasesReleased':
    case 'SubcasesCancelled':
    case 'SubcaseConcluded':
    case 'CaseWithdrawn':
    case 'CaseArchived':
      return { key: event.type };
    default:
      return undefined;
  }
}
