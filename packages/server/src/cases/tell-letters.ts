import type { CaseEvent, LetterEvent } from '@yichuang/kernel/case';
import type { Language } from '../platform/refusal.ts';
import type { CaseTexts } from './case-text-types.ts';
import { formatDay } from './format-date.ts';
import type { Told } from './storyteller.ts';

interface LetterTeller {
  readonly isPublic: boolean;
  readonly language: Language;
  readonly texts: CaseTexts;
  readonly nameOfUnit: (orgId: string) => string;
  /** Numbers of linked letters, by link, from the events before this one. */
  readonly linked: ReadonlyMap<string, string>;
}

/**
 * The course of a letter. The public hears where it is and that it was answered, asked again and
 * rated; what the offices say among themselves, links, marks and private messages stay inside.
 */
export function tellLetter(event: CaseEvent, teller: LetterTeller): Told | undefined {
  return tellCourse(event, teller) ?? (teller.isPublic ? undefined : tellInside(event, teller));
}

const REOPENED = {
  'follow-up': 'LetterReopenedFollowUp',
  'bad-rating': 'LetterReopenedBadRating',
  'call-back': 'LetterReopenedCallBack',
} as const;

function tellCourse(event: CaseEvent, teller: LetterTeller): Told | undefined {
  const { texts } = teller;
  switch (event.type) {
    case 'CaseReferred':
      return tellReferral(event, teller);
    case 'ProcedureChosen':
      return event.procedure === 'simple'
        ? { key: 'SimpleProcedureChosen' }
        : { key: 'OrdinaryProcedureChosen', opinion: event.reason, tone: 'attention' };
    case 'AnswerGiven':
      return { key: event.type, tone: 'good' };
    case 'LetterReopened':
      return { key: REOPENED[event.cause], opinion: event.text, tone: 'attention' };
    case 'AnswerRated': {
      const isBad = event.office === 'dissatisfied' || event.handler === 'dissatisfied';
      const params = {
        office: texts.satisfaction[event.office],
        handler: texts.satisfaction[event.handler],
      };
      return { key: event.type, params, opinion: event.comment, tone: isBad ? 'bad' : 'good' };
    }
    case 'LetterPublished':
      return { key: event.type };
    case 'LetterUnpublished':
      return { key: event.type, opinion: event.reason };
    case 'ReviewRequested':
      return { key: event.type, opinion: event.reason, tone: 'attention' };
    case 'ReviewRecorded':
      return { key: event.type, params: { number: event.number } };
    default:
      return undefined;
  }
}

function tellReferral(
  event: Extract<LetterEvent, { readonly type: 'CaseReferred' }>,
  { isPublic, language, nameOfUnit }: LetterTeller,
): Told {
  const units = [event.toOrg, ...event.coUnits].map(nameOfUnit);
  const unit = new Intl.ListFormat(language, { type: 'conjunction' }).format(units);
  if (isPublic) return { key: 'LetterForwarded', params: { unit } };
  const opinion = event.note;
  if (event.reportBy === undefined) return { key: 'LetterTransferred', params: { unit }, opinion };
  const day = formatDay(event.reportBy, language);
  return { key: 'LetterAssigned', params: { unit, day }, opinion };
}

function tellInside(event: CaseEvent, { texts, linked }: LetterTeller): Told | undefined {
  switch (event.type) {
    case 'ReferralObjected':
      return { key: event.type, opinion: event.reason, tone: 'attention' };
    case 'ObjectionAnswered':
      return {
        key: event.isUpheld ? 'ObjectionUpheld' : 'ObjectionNotUpheld',
        opinion: event.reason,
      };
    case 'AnswerDrafted': {
      const count = event.findings.length;
      if (count === 0) return { key: event.type };
      return { key: 'AnswerDraftedFlagged', params: { count }, tone: 'attention' };
    }
    // That there was one, not what it says: who may read the words reads them with the letter.
    case 'LetterMessageSent': {
      const { from, to } = event;
      const params = { from: texts.correspondents[from], to: texts.correspondents[to] };
      return { key: event.type, params };
    }
    case 'InvestigationRecorded':
      return { key: event.type };
    case 'MediationRecorded':
      return { key: event.kind === 'settlement' ? 'SettlementRecorded' : event.type };
    case 'SensitivityMarked': {
      const key = event.isSensitive ? event.type : 'SensitivityRemoved';
      return { key, opinion: event.reason, tone: 'attention' };
    }
    default:
      return tellCare(event, linked);
  }
}

/** What is done about a letter beside its handling. */
function tellCare(event: CaseEvent, linked: ReadonlyMap<string, string>): Told | undefined {
  switch (event.type) {
    case 'LetterLinked': {
      const isSame = event.relation === 'same-matter';
      const key = isSame ? 'LetterLinkedSameMatter' : 'LetterLinkedRepeated';
      return { key, params: { number: event.number }, opinion: event.reason };
    }
    case 'LetterUnlinked': {
      const params = { number: linked.get(event.linkId) ?? '' };
      return { key: event.type, params, opinion: event.reason };
    }
    case 'CallBackMade': {
      const key = event.isSatisfied ? 'CallBackSatisfied' : 'CallBackDissatisfied';
      return { key, opinion: event.note, tone: event.isSatisfied ? 'good' : 'attention' };
    }
    case 'CaseSupervised':
      return { key: event.type, opinion: event.demand, tone: 'attention' };
    case 'SupervisionAnswered':
      return { key: event.type, opinion: event.text };
    default:
      return undefined;
  }
}
