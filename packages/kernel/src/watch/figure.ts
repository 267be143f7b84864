/**
 * What statistics need to know of a case, out of its events and nothing else. One place: every
 * indicator is a count, a sum or a median over these. Nothing here depends on today: whether an
 * open case is late is asked by comparing its due days with the day of the question.
 */
import {
  replay,
  type CaseEvent,
  type CaseOutcome,
  type CaseState,
  type Channel,
  type ClockState,
  type HandlingMode,
  type ItemDefinition,
  type Lifecycle,
  type Recorded,
} from '../case/index.ts';
import {
  addDays,
  civilDate,
  findLimitRule,
  isWorkingDay,
  type Calendar,
  type Instant,
  type LimitRule,
  type PlainDate,
} from '../time/index.ts';
import { personFigures, type PersonFigure } from './person-figure.ts';

/** Raised when a figure comes to mean something else: rows of an older one are computed again. */
export const FIGURE_EDITION = 1;

export interface CaseFigure {
  readonly caseId: string;
  /** Number of the last event that it was computed from. */
  readonly version: number;
  readonly number: string;
  readonly orgId: string;
  readonly itemCode: string;
  readonly lifecycle: Lifecycle | 'service';
  readonly handlingMode: HandlingMode;
  readonly channel: Channel;
  /** One department's part of a joint case. */
  readonly isPart: boolean;
  readonly receivedOn: PlainDate;
  readonly acceptedOn?: PlainDate;
  readonly isDeemedAccepted: boolean;
  /** The day of the decision (of a letter, of its first answer), or of another end. */
  readonly doneOn?: PlainDate;
  readonly outcome?: CaseOutcome;
  /** Undone after its decision: it goes on counting, or lateness could be voided away. */
  readonly isVoided: boolean;
  readonly promised?: FigureLimit;
  readonly statutory?: FigureLimit;
  readonly extensions: number;
  /** In the unit of the limit that it is held against; excluded procedures do not count. */
  readonly usedDays?: number;
  readonly workingDays?: number;
  /** Working days of excluded procedures between acceptance and the end. */
  readonly specialDays: number;
  /** Steps that ended after their own limit. */
  readonly lateSteps: number;
  readonly corrections: number;
  readonly returns: number;
  /** Days on which the applicant came: to file, to bring paper, to fetch the result. */
  readonly visits: number;
  readonly visitsStated: number;
  readonly feeFen: number;
  readonly persons: readonly PersonFigure[];
}

/** A limit of the case as it stands; days in its own unit. */
export interface FigureLimit {
  readonly days: number;
  readonly extendedDays: number;
  readonly unit: 'WD' | 'CD';
  /** Absent while an excluded procedure keeps it open. */
  readonly dueOn?: PlainDate;
}

/** What a figure depends on beside the events; the item in the version of the case. */
export interface FigureContext {
  readonly item: Pick<ItemDefinition, 'handlingMode' | 'visits'>;
  readonly calendar: Calendar;
  readonly rules: readonly LimitRule[];
}

export function figureOf(events: readonly Recorded[], context: FigureContext): CaseFigure {
  const { item, calendar } = context;
  const state = replay(events);
  const doneOn = endOf(state, events);
  const promised = limitOf(state, 'committed', doneOn, context);
  const statutory = limitOf(state, 'statutory', doneOn, context);
  const unit = (promised ?? statutory)?.unit ?? 'WD';
  const clock = state.clocks['committed'] ?? state.clocks['statutory'];
  const span = {
    from: state.acceptedOn ?? state.receivedOn,
    until: doneOn,
    calendar,
    procedures: state.specialProcedures,
  };
  const stopping = state.specialProcedures.filter(
    ({ kind }) => clock === undefined || isStopping(clock, kind, context),
  );
  const isDecided = state.decision !== undefined && doneOn !== undefined;
  return {
    caseId: state.caseId,
    version: state.version,
    number: state.number,
    orgId: orgOf(state),
    itemCode: state.itemCode,
    lifecycle: state.lifecycle ?? 'service',
    handlingMode: item.handlingMode,
    channel: state.channel,
    isPart: state.parent !== undefined,
    receivedOn: state.receivedOn,
    isDeemedAccepted: state.isDeemedAccepted === true,
    isVoided: state.voiding !== undefined,
    extensions: eventsOf(events, 'LimitExtended').length,
    specialDays: countDays(span, (day, isExcluded) => isExcluded && isWorkingDay(calendar, day)),
    lateSteps: lateSteps(state),
    corrections: state.corrections.length,
    returns: events.filter(({ event }) => isReturn(event)).length,
    visits: visitDays(events).size,
    visitsStated: item.visits,
    feeFen: state.fee?.amountFen ?? 0,
    persons: personFigures(state, calendar),
    ...(state.acceptedOn === undefined ? {} : { acceptedOn: state.acceptedOn }),
    ...(doneOn === undefined ? {} : { doneOn }),
    ...outcomeOf(state),
    ...(promised === undefined ? {} : { promised }),
    ...(statutory === undefined ? {} : { statutory }),
    ...(isDecided
      ? {
          usedDays: usedDays({ ...span, procedures: stopping }, unit),
          workingDays: usedDays(span, 'WD'),
        }
      : {}),
  };
}

function isStopping({ ruleId }: ClockState, kind: string, { rules }: FigureContext): boolean {
  return findLimitRule(rules, ruleId)?.suspendedBy.includes(kind) === true;
}

function eventsOf<T extends CaseEvent['type']>(events: readonly Recorded[], type: T) {
  return events.filter(({ event }) => event.type === type);
}

/** A letter counts for the unit that has it. */
function orgOf({ orgId, letter }: CaseState): string {
  return letter?.unit ?? orgId;
}

/**
 * The limits of a decision end with it, not with fee and service after it. A further round of a
 * letter has limits of its own: the first answer is what counts.
 */
function endOf(state: CaseState, events: readonly Recorded[]): PlainDate | undefined {
  const answeredAt = state.letter?.answers[0]?.answeredAt;
  if (answeredAt !== undefined) return civilDate(answeredAt);
  if (state.decision !== undefined) return civilDate(state.decision.decidedAt);
  const ended = events.find(({ event }) => ENDS.has(event.type));
  return ended === undefined ? undefined : civilDate(ended.at);
}

const ENDS: ReadonlySet<CaseEvent['type']> = new Set<CaseEvent['type']>([
  'AcceptanceRefused',
  'CaseWithdrawn',
  'CaseTerminated',
  'CaseVoided',
  'CaseConcluded',
]);

/** What was decided stays decided here, whatever became of it later. */
function outcomeOf(state: CaseState): Pick<CaseFigure, 'outcome'> {
  const outcome = state.decision?.outcome ?? state.outcome;
  if (outcome !== undefined) return { outcome };
  return state.letter?.answers[0] === undefined ? {} : { outcome: 'answered' };
}

/** A limit missed before a procedure began was missed: stopping it later mends nothing. */
function limitOf(
  state: CaseState,
  kind: 'committed' | 'statutory',
  doneOn: PlainDate | undefined,
  context: FigureContext,
): FigureLimit | undefined {
  const clock = state.clocks[kind];
  if (clock === undefined) return undefined;
  const { amount: days, unit, extensions, result } = clock;
  const extendedDays = extensions.reduce((sum, { amount }) => sum + amount, 0);
  const limit = { days, extendedDays, unit };
  const isHeldOpen = clock.suspensions.some(
    ({ from, to, reason }) =>
      (to === undefined || (doneOn !== undefined && to > doneOn)) &&
      from < result.dueOn &&
      isStopping(clock, reason, context),
  );
  return isHeldOpen ? limit : { ...limit, dueOn: result.dueOn };
}

interface Span {
  readonly from: PlainDate;
  readonly until: PlainDate | undefined;
  readonly calendar: Calendar;
  readonly procedures: CaseState['specialProcedures'];
}

/** @basis 行政许可法 第45条: 所需时间不计算在本节规定的期限内。 */
function usedDays(span: Span, unit: 'WD' | 'CD'): number {
  return countDays(
    span,
    (day, isExcluded) => !isExcluded && (unit === 'CD' || isWorkingDay(span.calendar, day)),
  );
}

/** Days after the first up to the last one; a procedure excludes those after its own first day. */
function countDays(
  { from, until, procedures }: Span,
  counts: (day: PlainDate, isExcluded: boolean) => boolean,
): number {
  if (until === undefined) return 0;
  let counted = 0;
  for (let day = from; day < until;) {
    day = addDays(day, 1);
    const today = day;
    const isExcluded = procedures.some(
      ({ startedOn, endedOn }) => startedOn < today && (endedOn === undefined || today <= endedOn),
    );
    if (counts(today, isExcluded)) counted += 1;
  }
  return counted;
}

function lateSteps({ clocks }: CaseState): number {
  return Object.values(clocks).filter(
    ({ kind, stoppedAt, result }) =>
      kind === 'step' && stoppedAt !== undefined && stoppedAt >= result.overdueAt,
  ).length;
}

function isReturn({ type }: CaseEvent): boolean {
  return type === 'StepReturned' || type === 'TaskReturned';
}

function visitDays(events: readonly Recorded[]): ReadonlySet<string> {
  return new Set(events.filter(isVisit).map(({ at }: { readonly at: Instant }) => civilDate(at)));
}

/** Corrections that a clerk takes in are brought to the counter; the post brings nobody. */
function isVisit({ event, by }: Recorded): boolean {
  switch (event.type) {
    case 'CaseReceived':
      return event.channel === 'counter' && event.parent === undefined;
    case 'CorrectionReceived':
      return by.kind === 'staff';
    case 'PaperReceived':
      return event.materialIds.length > 0;
    case 'ResultServed':
      return event.method === 'counter';
    default:
      return false;
  }
}
