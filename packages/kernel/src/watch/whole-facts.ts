import { isWithheld, type Recorded } from '../case/index.ts';
import {
  civilDate,
  daysBetween,
  isWorkingDay,
  remainingWorkingDays,
  type PlainDate,
} from '../time/index.ts';
import { isCaseLate } from './clock-facts.ts';
import { peopleOf, type Course, type Of } from './course.ts';
import { hourOf, secondsBetween } from './shanghai-time.ts';
import type { Facts, Subject } from './subject.ts';

/** The case as a whole: days, counts, and the order in which the acts of law came. */
export function caseSubject(course: Course): Subject {
  const [received] = course.all('CaseReceived');
  const [accepted] = course.all('CaseAccepted');
  const [paid] = course.all('PaymentRecorded');
  const decided = course.all('DecisionMade').at(-1) ?? course.all('AcceptanceRefused')[0];
  const ended = [...course.all('CaseConcluded'), ...course.all('CaseWithdrawn')].at(-1);
  const last = ended ?? decided ?? course.events.at(-1);
  const marked = actsAtWindow(course);
  const moments = [received, accepted, paid, certificateOrder(course), decided, ended];
  const evidence = new Set([...moments, ...marked].flatMap((one) => one?.seq ?? []));
  return {
    key: 'case',
    evidence: [...evidence].toSorted((a, b) => a - b),
    at: last?.at ?? course.at,
    people: decided === undefined ? [] : peopleOf(decided),
    facts: {
      ...identity(course),
      ...days(course),
      ...counts(course),
      ...orders(course),
      ...windows(marked),
    },
  };
}

function certificateOrder(course: Course): Of<'DocumentOrdered'> | undefined {
  return course.all('DocumentOrdered').find(({ event }) => event.moment === 'certificate');
}

function identity({ state, item }: Course): Facts {
  return {
    number: state.number,
    item: state.itemCode,
    itemName: state.itemName,
    org: state.orgId,
    lifecycle: state.lifecycle ?? 'licence',
    taskType: item.taskType,
    handlingMode: item.handlingMode,
    channel: state.channel,
    phase: state.phase,
    outcome: state.outcome ?? null,
    isDeemedAccepted: state.isDeemedAccepted === true,
    isPart: state.parent !== undefined,
    isWithheld: isWithheld(state, item),
  };
}

function days(course: Course): Facts {
  const { state, calendar, at } = course;
  const filed = civilDate(state.receivedAt);
  const decidedOn = state.decision?.decidedOn;
  const until = decidedOn ?? civilDate(at);
  const from = state.acceptedOn ?? state.receivedOn;
  return {
    receivedOn: state.receivedOn,
    acceptedOn: state.acceptedOn ?? null,
    decidedOn: decidedOn ?? null,
    concludedOn: state.concludedOn ?? null,
    /** Entered so many days after the day that it is said to have been received on. */
    daysBehind: Math.max(0, daysBetween(state.receivedOn, filed)),
    receivedHour: hourOf(state.receivedAt),
    isReceivedOnWorkingDay: isWorkingDay(calendar, filed),
    workingDays: spanOf(course, from, until),
    isLate: isCaseLate(course),
    /** From the first entry to the decision: a whole case entered afterwards takes minutes. */
    secondsToDecision:
      state.decision === undefined
        ? null
        : secondsBetween(state.receivedAt, state.decision.decidedAt),
  };
}

function spanOf({ calendar }: Course, from: PlainDate, until: PlainDate): number {
  return until <= from ? 0 : remainingWorkingDays(calendar, from, until);
}

function counts(course: Course): Facts {
  const { state } = course;
  const n = (type: Parameters<Course['all']>[0]): number => course.all(type).length;
  const refusal = course.all('AcceptanceRefused')[0]?.event;
  const reason = state.decision?.reason ?? refusal?.reason ?? '';
  const basis = state.decision?.basis.length ?? (refusal === undefined ? 0 : 1);
  return {
    corrections: n('CorrectionRequested'),
    returns: n('StepReturned'),
    recalls: n('TaskRecalled'),
    extensions: n('LimitExtended'),
    procedures: n('SpecialProcedureStarted'),
    urges: n('CaseUrged'),
    jumps: n('FlowJumped'),
    rebases: n('CaseRebased'),
    decisions: n('TaskDecided'),
    isRefused: refusal !== undefined,
    refusalGround: refusal?.ground ?? null,
    isDenied: state.decision?.outcome === 'denied',
    reason,
    reasonLength: [...reason.trim()].length,
    hasBasis: basis > 0,
    hasRemedies: course.item.remedies !== undefined,
    feeFen: state.fee?.amountFen ?? null,
    isPaid: state.fee?.paidAt !== undefined,
  };
}

/** Acts of law out of their order. The flow does not let them happen; what was brought in may. */
function orders(course: Course): Facts {
  const accepted = course.all('CaseAccepted')[0];
  const decided = course.all('DecisionMade')[0];
  const paid = course.all('PaymentRecorded')[0];
  const assessed = course.all('FeeAssessed')[0];
  const certified = certificateOrder(course);
  const isOwed = (assessed?.event.amountFen ?? 0) > 0;
  const seqOf = (one: { readonly seq: number } | undefined): number => one?.seq ?? Infinity;
  return {
    isDecidedBeforeAcceptance: decided !== undefined && seqOf(accepted) > decided.seq,
    isAcceptedAfterDecision:
      accepted !== undefined && decided !== undefined && accepted.seq > decided.seq,
    isCertifiedBeforePayment: isOwed && certified !== undefined && seqOf(paid) > certified.seq,
    isPaidBeforeAcceptance: paid !== undefined && seqOf(accepted) > paid.seq,
    isPaidWithoutAssessment: paid !== undefined && seqOf(assessed) > paid.seq,
    isCertified: certified !== undefined,
  };
}

/**
 * What a sender did, by their key, from where staff had entered the letter for them: perhaps they
 * did not do it. A rating is a fact of its answer.
 */
function actsAtWindow(course: Course): readonly Recorded[] {
  const asked = course.all('LetterReopened').filter(({ event }) => event.cause === 'follow-up');
  const acts = [...course.all('CaseWithdrawn'), ...asked, ...course.all('ReviewRequested')];
  return acts.filter(({ by }) => by.isAtWindow === true);
}

function windows(marked: readonly Recorded[]): Facts {
  const has = (type: Recorded['event']['type']): boolean =>
    marked.some(({ event }) => event.type === type);
  return {
    isWithdrawnAtWindow: has('CaseWithdrawn'),
    isFollowedUpAtWindow: has('LetterReopened'),
    isReviewAskedAtWindow: has('ReviewRequested'),
  };
}
