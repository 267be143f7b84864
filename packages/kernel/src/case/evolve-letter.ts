/** Folds what is a letter's own. */
import type { Recorded } from './events.ts';
import type {
  GivenAnswer,
  LetterEvent,
  LetterFiling,
  LetterState,
  ReferralState,
} from './letter.ts';
import type { CaseState } from './state.ts';

type EventOf<T extends LetterEvent['type']> = Extract<LetterEvent, { readonly type: T }>;

export function newLetter(filing: LetterFiling): LetterState {
  return {
    ...filing,
    round: 1,
    procedure: 'ordinary',
    referrals: [],
    answers: [],
    reopenings: [],
    messages: [],
    investigations: [],
    mediations: [],
    links: [],
    callBacks: [],
    supervisions: [],
  };
}

export function evolveLetter(state: CaseState, event: LetterEvent, recorded: Recorded): CaseState {
  const { letter } = state;
  if (letter === undefined) throw new Error(`case ${state.caseId} is no letter`);
  const isAccepted = event.type === 'CaseReferred' && state.phase === 'accepted';
  const own = evolveOwn(letter, event, recorded);
  // Accepted before: the unit that it now goes to is not asked once more.
  const next = { ...state, letter: isAccepted ? withReferralAccepted(own) : own };
  return event.type === 'LetterReopened' ? reopened(next) : next;
}

/** Under way again; the answers that were given stay. */
function reopened(state: CaseState): CaseState {
  const { outcome: _outcome, concludedOn: _on, concludedAt: _at, ...rest } = state;
  return { ...rest, phase: 'accepted' };
}

function evolveOwn(letter: LetterState, event: LetterEvent, recorded: Recorded): LetterState {
  const { at, by } = recorded;
  switch (event.type) {
    case 'CaseReferred':
      return refer(letter, event, recorded);
    case 'ReferralObjected':
      return withReferral(letter, event.referralId, {
        status: 'objected',
        objection: { reason: event.reason, at, by: by.name },
      });
    case 'ObjectionAnswered':
      return withReferral(letter, event.referralId, {
        status: event.isUpheld ? 'withdrawn' : 'pending',
        verdict: { isUpheld: event.isUpheld, reason: event.reason, at },
      });
    case 'ProcedureChosen':
      return { ...letter, procedure: event.procedure };
    case 'AnswerDrafted': {
      const { round, answer, findings } = event;
      return { ...letter, draft: { ...answer, round, findings, at, by: by.name } };
    }
    case 'AnswerGiven': {
      const { draft, ...rest } = letter;
      const { round, answer, answeredOn } = event;
      const findings = draft?.findings ?? [];
      const given: GivenAnswer = { ...answer, round, findings, answeredAt: at, answeredOn };
      return { ...rest, answers: [...letter.answers, given] };
    }
    case 'LetterReopened': {
      const { round, cause, text } = event;
      return {
        ...letter,
        round,
        reopenings: [...letter.reopenings, { round, cause, text, at }],
      };
    }
    case 'AnswerRated':
      return rate(letter, event, recorded);
    default:
      return record(letter, event, recorded);
  }
}

function refer(
  letter: LetterState,
  event: EventOf<'CaseReferred'>,
  { at, by }: Recorded,
): LetterState {
  const { type: _type, ...referral } = event;
  const before = letter.referrals.map((earlier): ReferralState =>
    earlier.status === 'pending' || earlier.status === 'accepted'
      ? { ...earlier, status: 'passed-on' }
      : earlier,
  );
  const now: ReferralState = { ...referral, at, by: by.name, status: 'pending' };
  return { ...letter, unit: event.toOrg, referrals: [...before, now] };
}

function withReferral(
  letter: LetterState,
  referralId: string,
  change: Partial<ReferralState>,
): LetterState {
  return {
    ...letter,
    referrals: letter.referrals.map((referral) =>
      referral.referralId === referralId ? { ...referral, ...change } : referral,
    ),
  };
}

/** The unit that it is with has taken it on. */
export function withReferralAccepted(letter: LetterState): LetterState {
  return {
    ...letter,
    referrals: letter.referrals.map((referral) =>
      referral.status === 'pending' ? { ...referral, status: 'accepted' } : referral,
    ),
  };
}

function rate(
  letter: LetterState,
  { round, office, handler, comment }: EventOf<'AnswerRated'>,
  { at }: Recorded,
): LetterState {
  return {
    ...letter,
    answers: letter.answers.map((answer) =>
      answer.round === round ? { ...answer, rating: { office, handler, comment, at } } : answer,
    ),
  };
}

function record(
  letter: LetterState,
  event: Exclude<
    LetterEvent,
    {
      type:
        | 'CaseReferred'
        | 'ReferralObjected'
        | 'ObjectionAnswered'
        | 'ProcedureChosen'
        | 'AnswerDrafted'
        | 'AnswerGiven'
        | 'LetterReopened'
        | 'AnswerRated';
    }
  >,
  { at, by }: Recorded,
): LetterState {
  const author = by.name;
  switch (event.type) {
    case 'LetterMessageSent': {
      const { type: _type, ...message } = event;
      const person = { personId: by.personId, name: by.name };
      return { ...letter, messages: [...letter.messages, { ...message, at, by: person }] };
    }
    case 'InvestigationRecorded': {
      const { type: _type, ...found } = event;
      return {
        ...letter,
        investigations: [...letter.investigations, { ...found, at, by: author }],
      };
    }
    case 'MediationRecorded': {
      const { type: _type, ...agreed } = event;
      return { ...letter, mediations: [...letter.mediations, { ...agreed, at, by: author }] };
    }
    case 'LetterLinked': {
      const { type: _type, ...link } = event;
      return { ...letter, links: [...letter.links, { ...link, at, by: author }] };
    }
    case 'LetterUnlinked':
      return {
        ...letter,
        links: letter.links.map((link) =>
          link.linkId === event.linkId
            ? { ...link, undoneAt: at, undoneReason: event.reason }
            : link,
        ),
      };
    case 'SensitivityMarked': {
      const { sensitivity: _before, publication, ...rest } = letter;
      if (event.isSensitive) {
        return { ...rest, sensitivity: { reason: event.reason, at, by: author } };
      }
      return publication === undefined ? rest : { ...rest, publication };
    }
    case 'LetterPublished': {
      const { type: _type, ...wording } = event;
      return { ...letter, publication: { ...wording, at, by: author } };
    }
    case 'LetterUnpublished': {
      const { publication: _gone, ...rest } = letter;
      return rest;
    }
    case 'CallBackMade': {
      const { type: _type, ...call } = event;
      return { ...letter, callBacks: [...letter.callBacks, { ...call, at, by: author }] };
    }
    case 'CaseSupervised': {
      const { type: _type, ...order } = event;
      return { ...letter, supervisions: [...letter.supervisions, { ...order, at, by: author }] };
    }
    case 'SupervisionAnswered':
      return {
        ...letter,
        supervisions: letter.supervisions.map((order) =>
          order.supervisionId === event.supervisionId
            ? { ...order, answer: { text: event.text, at, by: author } }
            : order,
        ),
      };
    case 'ReviewRequested': {
      const { type: _type, ...request } = event;
      return { ...letter, review: { ...request, at } };
    }
    case 'ReviewRecorded': {
      const { caseId, number } = event;
      return letter.review === undefined
        ? letter
        : { ...letter, review: { ...letter.review, caseId, number } };
    }
  }
}
