/**
 * What really happened, worked out apart from the kernel: limits are counted once more, day by day,
 * on another calendar (npm `chinese-days`), from the bare events. Of habits the truth is what was
 * planted.
 */
import chineseDays from 'chinese-days';
import type { Recorded } from '../../packages/kernel/src/case/index.ts';
import type { Misconduct } from './county.ts';
import { PROMISE_DAYS } from './items.ts';
import type { LivedCase } from './live-case.ts';
import { LOOKED_AT } from './simulate.ts';

const { isWorkday } = chineseDays;

const STATUTE_DAYS = 20;
const CORRECTION_DAYS = 5;
const STEP_DAYS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  plain: { review: 4, decision: 3 },
  'two-reviews': { review: 3, check: 3, decision: 3 },
  'with-fee': { review: 4, decision: 3 },
  'with-inspection': { review: 4, decision: 3 },
  'on-the-spot': {},
  'side-by-side': { review: 4, check: 4, decision: 3 },
};

interface Span {
  readonly from: string;
  readonly to: string;
}

/** Everything that is true of this case; what is planted by habit is added by who knows it. */
export function truthOf({ events, item, planted, isAfterwards, department }: LivedCase) {
  const found = new Set<Misconduct>();
  const stops = suspensionsOf(events);
  const accepted = events.find(({ event }) => event.type === 'CaseAccepted');
  const ended = events.find(({ event }) => event.type === 'DecisionMade')?.at ?? LOOKED_AT;
  if (accepted?.event.type === 'CaseAccepted') {
    const from = accepted.event.acceptedOn;
    const promise = item.name === 'on-the-spot' ? 1 : PROMISE_DAYS;
    if (isLater(from, promise, stops, ended)) found.add('promise-overdue');
    if (isLater(from, STATUTE_DAYS, stops, ended)) found.add('statute-overdue');
  }
  if (isStepLate(events, item.name, stops)) found.add('step-overdue');
  if (isAnswerLate(events)) found.add('correction-late');
  const ofCase: readonly Misconduct[] = [
    'second-correction',
    'ping-pong',
    'recalls',
    'parked-procedure',
  ];
  if (planted !== undefined && ofCase.includes(planted) && wasDone(planted, events)) {
    found.add(planted);
  }
  if (isAfterwards) found.add('entered-afterwards');
  if (isBySame(events) && item.name !== 'on-the-spot') found.add('two-posts');
  const ofMoney = events.some(({ event }) => event.type === 'FeeAssessed');
  const { habit } = department;
  if (ofMoney && (habit === 'fee-not-listed' || habit === 'fee-above-list')) found.add(habit);
  if (habit === 'certified-before-payment' && isCertified(events)) found.add(habit);
  return found;
}

/** What was planned may lie after the end of the quarter. */
function wasDone(planted: Misconduct, events: readonly Recorded[]): boolean {
  const count = (type: string): number => events.filter(({ event }) => event.type === type).length;
  if (planted === 'second-correction') return count('CorrectionRequested') > 1;
  if (planted === 'ping-pong') return count('StepReturned') >= 4;
  if (planted === 'recalls') return count('TaskRecalled') >= 3;
  const started = events.find(({ event }) => event.type === 'SpecialProcedureStarted');
  const ended = events.find(({ event }) => event.type === 'SpecialProcedureEnded');
  if (started === undefined) return false;
  return workdaysAfter(dayOf(started.at), dayOf(ended?.at ?? LOOKED_AT), []) > 5;
}

function isStepLate(events: readonly Recorded[], kind: string, stops: readonly Span[]): boolean {
  return events.some(({ event, seq, at }) => {
    if (event.type !== 'StepOpened') return false;
    const days = STEP_DAYS[kind]?.[event.stepId];
    if (days === undefined) return false;
    const left = leaving(events, seq, event.stepId, event.round);
    return isLater(dayOf(at), days, stops, left?.at ?? LOOKED_AT);
  });
}

/** A vote that was taken back had not ended the step: its last completion counts. */
function leaving(
  events: readonly Recorded[],
  from: number,
  stepId: string,
  round: number,
): Recorded | undefined {
  const later = events.filter(({ seq }) => seq > from);
  const completed = later.findLast(
    ({ event }) =>
      event.type === 'StepCompleted' && event.stepId === stepId && event.round === round,
  );
  return (
    completed ??
    later.find(
      ({ event }) =>
        event.type === 'FlowEnded' ||
        ((event.type === 'StepReturned' || event.type === 'TaskRecalled') &&
          event.resetNodes.includes(stepId)),
    )
  );
}

/** Nobody asked for corrections, accepted or refused within five working days of a filing. */
function isAnswerLate(events: readonly Recorded[]): boolean {
  return events.some(({ event, seq, at }) => {
    if (event.type !== 'CaseReceived' && event.type !== 'CorrectionReceived') return false;
    const answer = events.find(
      (later) => later.seq > seq && later.by.kind === 'staff' && ANSWERS.has(later.event.type),
    );
    const last = dayOf(answer?.at ?? LOOKED_AT);
    return workdaysAfter(dayOf(at), last, []) > CORRECTION_DAYS;
  });
}

const ANSWERS: ReadonlySet<string> = new Set([
  'CorrectionRequested',
  'CaseAccepted',
  'AcceptanceRefused',
]);

function isBySame(events: readonly Recorded[]): boolean {
  const by = (stepId: string): string | undefined =>
    events.find(({ event }) => event.type === 'TaskDecided' && event.stepId === stepId)?.by
      .personId;
  const intake = by('intake');
  return intake !== undefined && intake === by('decision');
}

function isCertified(events: readonly Recorded[]): boolean {
  return events.some(
    ({ event }) => event.type === 'DocumentOrdered' && event.moment === 'certificate',
  );
}

function suspensionsOf(events: readonly Recorded[]): Span[] {
  return events.flatMap(({ event }) => {
    if (event.type !== 'SpecialProcedureStarted') return [];
    const end = events.find(
      (later) =>
        later.event.type === 'SpecialProcedureEnded' &&
        later.event.procedureId === event.procedureId,
    );
    const to = end?.event.type === 'SpecialProcedureEnded' ? end.event.endedOn : FOREVER;
    return [{ from: event.startedOn, to }];
  });
}

/** The last day of the limit is the n-th that counts; what is done on a later one is late. */
function isLater(from: string, days: number, stops: readonly Span[], at: string): boolean {
  const dueOn = dueDay(from, days, stops);
  // What stands still at the end of the quarter is not late yet.
  if (stops.some((stop) => stop.to === FOREVER && stop.from <= dueOn)) return false;
  return dayOf(at) > dueOn;
}

const FOREVER = '9999-12-31';

function dueDay(from: string, days: number, stops: readonly Span[]): string {
  let day = from;
  for (let counted = 0; counted < days;) {
    day = nextDay(day);
    if (day > '2027') return FOREVER;
    if (isCounted(day, stops)) counted += 1;
  }
  return day;
}

function isCounted(day: string, stops: readonly Span[]): boolean {
  return isWorkday(day) && !stops.some((stop) => stop.from < day && day <= stop.to);
}

/** Working days after `from`, up to and with `to`, that no suspension excludes. */
function workdaysAfter(from: string, to: string, stops: readonly Span[]): number {
  let counted = 0;
  for (let day = nextDay(from); day <= to; day = nextDay(day)) {
    if (isCounted(day, stops)) counted += 1;
  }
  return counted;
}

function dayOf(at: string): string {
  return new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10);
}

function nextDay(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}
