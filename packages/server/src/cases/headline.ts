import { openTasks, stepOf } from '@yichuang/kernel/flow';
import {
  runningProcedures,
  type CaseContext,
  type CaseState,
  type ClockKind,
  type LetterState,
} from '@yichuang/kernel/case';
import type { PlainDate } from '@yichuang/kernel/time';
import type { Language } from '../platform/refusal.ts';
import { fill, textsOf } from './case-texts.ts';
import type { CaseTexts } from './case-text-types.ts';
import { formatDay, formatMoney } from './format-date.ts';

/** Where the case is, with whom, until when: one sentence. */
export function headline(
  state: CaseState,
  context: CaseContext,
  office: string,
  language: Language,
): string {
  const texts = textsOf[language].headline;
  const key = headlineKey(state);
  return fill(texts[key], {
    office,
    due: dueText(state, language),
    step: stepName(state, context, language),
    procedure: runningProcedures(state)[0]?.name ?? '',
    amount: state.fee === undefined ? '' : formatMoney(state.fee.amountFen),
  });
}

function headlineKey(state: CaseState): keyof CaseTexts['headline'] {
  if (state.frozen !== undefined) return 'frozen';
  if (state.letter !== undefined) return letterKey(state, state.letter);
  switch (state.phase) {
    case 'accepted': {
      if (runningProcedures(state).length > 0) return 'acceptedSuspended';
      if (hasLiveParts(state)) return 'acceptedInParts';
      return openTasks(state.marking).length > 0 ? 'accepted' : 'acceptedBetweenSteps';
    }
    case 'decided': {
      if (state.decision?.outcome === 'denied') return 'decidedDenied';
      if (isWhole(state)) return 'decidedInParts';
      const owes = state.fee !== undefined && state.fee.amountFen > 0;
      return owes && state.fee.paidAt === undefined ? 'decidedPay' : 'decidedGranted';
    }
    case 'concluded': {
      const isDenied = state.outcome === 'denied';
      if (state.lifecycle === 'internal') return isDenied ? 'concludedRejected' : 'concludedAgreed';
      if (isWhole(state) && !isDenied) return 'concludedInParts';
      return isDenied ? 'concludedDenied' : 'concludedGranted';
    }
    default:
      return state.phase;
  }
}

function letterKey(state: CaseState, letter: LetterState): keyof CaseTexts['headline'] {
  switch (state.phase) {
    case 'received':
      return promised(state) === undefined ? 'letterRegistering' : 'letterReceived';
    case 'accepted':
      if (runningProcedures(state).length > 0) return 'acceptedSuspended';
      if (promised(state) === undefined) return 'letterUnderway';
      return letter.round > 1 ? 'letterReopened' : 'letterAccepted';
    case 'decided':
      return 'letterServing';
    case 'concluded':
      return letter.review === undefined ? 'letterAnswered' : 'letterReviewed';
    case 'acceptance-refused':
      return 'letterRefused';
    case 'withdrawn':
      return 'letterWithdrawn';
    default:
      return state.phase;
  }
}

/** Other departments have their parts of it. */
function isWhole(state: CaseState): boolean {
  return Object.keys(state.subcases).length > 0;
}

function hasLiveParts(state: CaseState): boolean {
  return Object.values(state.subcases)
    .flatMap(({ parts }) => Object.values(parts))
    .some(({ status }) => status === 'open' || status === 'waiting');
}

const TO_ACCEPT: readonly ClockKind[] = ['correction', 'acceptance', 'registration'];
const TO_DECIDE: readonly ClockKind[] = ['rectification', 'follow-up', 'committed', 'statutory'];

/** The promise to the applicant: the committed day, or the answer on acceptance. */
function promised(state: CaseState): PlainDate | undefined {
  const clocks = Object.values(state.clocks).filter((clock) => clock.stoppedAt === undefined);
  return (state.phase === 'received' ? TO_ACCEPT : TO_DECIDE)
    .map((kind) => clocks.find((candidate) => candidate.kind === kind))
    .find((candidate) => candidate !== undefined)?.result.dueOn;
}

function dueText(state: CaseState, language: Language): string {
  const dueOn = promised(state);
  return dueOn === undefined ? '' : formatDay(dueOn, language);
}

function stepName(state: CaseState, context: CaseContext, language: Language): string {
  const task = openTasks(state.marking)[0];
  const { flow } = context.item;
  if (task === undefined || flow === undefined) return '';
  const step = stepOf(flow, task.stepId);
  return language === 'en' ? (step.nameEn ?? step.name) : step.name;
}
