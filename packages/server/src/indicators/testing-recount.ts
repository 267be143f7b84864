/**
 * The same figures once more, slowly and otherwise: from raw events alone, without the fold of the
 * kernel, without its clocks' due days and without SQL. Limits are counted day by day from the
 * acceptance; the only thing shared is which days are working days.
 */
import type { ItemDefinition, Recorded } from '@yichuang/kernel/case';
import { addDays, isWorkingDay, type Calendar, type PlainDate } from '@yichuang/kernel/time';

export interface RecountQuestion {
  readonly from: PlainDate;
  readonly until: PlainDate;
  /** The day on which open cases are judged. */
  readonly asOf: PlainDate;
  readonly calendar: Calendar;
  readonly itemOf: (code: string, version: number) => ItemDefinition | undefined;
  /** Rules whose limits an excluded procedure of that kind stops. */
  readonly stops: (ruleId: string, kind: string) => boolean;
}

/** By the names of `case-counts.ts`. */
export interface OfficeTally {
  readonly counts: Record<string, number>;
  readonly workingDays: number[];
}

/** @param streams the events of each case, in order; letters and internal ones are left out */
export function recountIndicators(
  streams: Iterable<readonly Recorded[]>,
  question: RecountQuestion,
): Map<string, OfficeTally> {
  const offices = new Map<string, OfficeTally>();
  for (const events of streams) {
    const read = readCase(events, question);
    if (read === undefined) continue;
    const office = offices.get(read.orgId) ?? { counts: {}, workingDays: [] };
    offices.set(read.orgId, office);
    for (const [name, n] of Object.entries(tally(read, question))) {
      office.counts[name] = (office.counts[name] ?? 0) + n;
    }
    if (isDecidedIn(read, question)) office.workingDays.push(daysTaken(read, question, 'any'));
  }
  return offices;
}

interface Limit {
  readonly ruleId: string;
  days: number;
}

interface ReadCase {
  orgId: string;
  item: ItemDefinition;
  isOnline: boolean;
  receivedOn: PlainDate;
  acceptedOn?: PlainDate;
  isDeemed: boolean;
  decidedOn?: PlainDate;
  isDenied: boolean;
  endedOn?: PlainDate;
  ending?: 'refused' | 'withdrawn' | 'other';
  promise?: Limit;
  law?: Limit;
  extensions: number;
  corrections: number;
  returns: number;
  isStepLate: boolean;
  readonly visitDays: Set<string>;
  readonly procedures: { kind: string; from: PlainDate; to?: PlainDate; id: string }[];
}

function dayOf({ at }: Recorded): PlainDate {
  return new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10) as PlainDate;
}

function readCase(events: readonly Recorded[], q: RecountQuestion): ReadCase | undefined {
  const [first] = events;
  if (first?.event.type !== 'CaseReceived') throw new Error('a case begins with its receipt');
  if (first.event.lifecycle !== undefined) return undefined;
  const { itemCode, itemVersion, orgId, channel, receivedOn } = first.event;
  const item = q.itemOf(itemCode, itemVersion);
  if (item === undefined) throw new Error(`no item ${itemCode}`);
  const read: ReadCase = {
    orgId,
    item,
    isOnline: channel === 'online',
    receivedOn,
    isDeemed: false,
    isDenied: false,
    extensions: 0,
    corrections: 0,
    returns: 0,
    isStepLate: false,
    visitDays: new Set(),
    procedures: [],
  };
  const stepEnds = new Map<string, string>();
  for (const recorded of events) apply(read, recorded, stepEnds);
  return read;
}

function apply(read: ReadCase, recorded: Recorded, stepEnds: Map<string, string>): void {
  const { event, at, by } = recorded;
  const day = dayOf(recorded);
  switch (event.type) {
    case 'CaseReceived':
      if (event.channel === 'counter' && event.parent === undefined) read.visitDays.add(day);
      return;
    case 'CorrectionReceived':
      if (by.kind === 'staff') read.visitDays.add(day);
      return;
    case 'PaperReceived':
      if (event.materialIds.length > 0) read.visitDays.add(day);
      return;
    case 'ResultServed':
      if (event.method === 'counter') read.visitDays.add(day);
      return;
    case 'CorrectionRequested':
      read.corrections += 1;
      return;
    case 'CaseAccepted': {
      read.acceptedOn = event.acceptedOn;
      read.isDeemed = event.isDeemed;
      const { committedLimit, statutoryLimit } = read.item;
      if (committedLimit !== undefined) {
        read.promise = { ruleId: committedLimit.ruleId, days: committedLimit.amount };
      }
      if (statutoryLimit !== undefined) {
        read.law = { ruleId: statutoryLimit.ruleId, days: statutoryLimit.amount };
      }
      return;
    }
    case 'LimitExtended':
      read.extensions += 1;
      if (read.law !== undefined) read.law.days += event.days;
      return;
    case 'SpecialProcedureStarted':
      read.procedures.push({ kind: event.kind, from: event.startedOn, id: event.procedureId });
      return;
    case 'SpecialProcedureEnded': {
      const ended = read.procedures.find(({ id }) => id === event.procedureId);
      if (ended !== undefined) ended.to = event.endedOn;
      return;
    }
    case 'StepReturned':
    case 'TaskReturned':
      read.returns += 1;
      return;
    case 'ClockStarted':
    case 'ClockRevised':
      // A step's limit is the flow's own affair: when it ends is taken as written.
      if (event.clockId.startsWith('step:')) stepEnds.set(event.clockId, event.result.overdueAt);
      return;
    case 'ClockStopped':
      if (at >= (stepEnds.get(event.clockId) ?? '9')) read.isStepLate = true;
      return;
    case 'DecisionMade':
      read.decidedOn = day;
      read.isDenied = event.outcome === 'denied';
      return;
    case 'AcceptanceRefused':
      end(read, day, 'refused');
      return;
    case 'CaseWithdrawn':
      end(read, day, 'withdrawn');
      return;
    case 'CaseTerminated':
    case 'CaseConcluded':
    case 'CaseVoided':
      end(read, day, 'other');
      return;
    default:
  }
}

function end(read: ReadCase, day: PlainDate, ending: NonNullable<ReadCase['ending']>): void {
  if (read.endedOn !== undefined || read.decidedOn !== undefined) return;
  read.endedOn = day;
  read.ending = ending;
}

function isDecidedIn({ decidedOn }: ReadCase, { from, until }: RecountQuestion): boolean {
  return decidedOn !== undefined && from <= decidedOn && decidedOn <= until;
}

/** Working days after the acceptance up to a day, without those on which the limit stood still. */
function counted(
  read: ReadCase,
  until: PlainDate,
  { calendar }: RecountQuestion,
  stands: (kind: string) => boolean,
): number {
  let n = 0;
  let day = addDays(read.acceptedOn ?? read.receivedOn, 1);
  for (; day <= until; day = addDays(day, 1)) {
    if (!isWorkingDay(calendar, day)) continue;
    const at = day;
    const still = read.procedures.some(
      ({ kind, from, to }) => stands(kind) && from < at && (to === undefined || at <= to),
    );
    if (!still) n += 1;
  }
  return n;
}

function daysTaken(read: ReadCase, q: RecountQuestion, by: Limit | 'any'): number {
  const until = read.decidedOn;
  if (until === undefined) throw new Error('not decided');
  return counted(read, until, q, (kind) => by === 'any' || q.stops(by.ruleId, kind));
}

/** Whether the last day of a limit lay before that day. */
function isPast(read: ReadCase, limit: Limit | undefined, day: PlainDate, q: RecountQuestion) {
  if (limit === undefined) return false;
  const before = addDays(day, -1);
  const stands = (kind: string): boolean => q.stops(limit.ruleId, kind);
  return (
    before >= (read.acceptedOn ?? read.receivedOn) && counted(read, before, q, stands) >= limit.days
  );
}

function specialDays(read: ReadCase, q: RecountQuestion): number {
  const all = counted(read, read.decidedOn ?? read.receivedOn, q, () => false);
  return all - counted(read, read.decidedOn ?? read.receivedOn, q, () => true);
}

function tally(read: ReadCase, q: RecountQuestion): Record<string, number> {
  const within = (day: PlainDate | undefined): boolean =>
    day !== undefined && q.from <= day && day <= q.until;
  const counts: Record<string, number> = {};
  const add = (name: string, holds: boolean, n = 1): void => {
    counts[name] = (counts[name] ?? 0) + (holds ? n : 0);
  };
  const { promise, law } = read;
  const limit = promise ?? law;
  const doneOn = read.decidedOn ?? read.endedOn;
  const isDecided = isDecidedIn(read, q);
  const isEnded = within(doneOn);
  const isOpen = doneOn === undefined || doneOn > q.until;
  const missed = (by: Limit | undefined): boolean => {
    if (isOpen) return isPast(read, by, q.asOf, q);
    return isEnded && !isDecided && doneOn !== undefined && isPast(read, by, doneOn, q);
  };
  const late = (by: Limit | undefined): boolean =>
    read.decidedOn !== undefined && isPast(read, by, read.decidedOn, q);
  add('received', within(read.receivedOn));
  add('receivedOnline', within(read.receivedOn) && read.isOnline);
  add('accepted', within(read.acceptedOn));
  add('deemedAccepted', within(read.acceptedOn) && read.isDeemed);
  const isRefused = isEnded && read.ending === 'refused';
  add('examined', within(read.acceptedOn) || isRefused);
  add('refused', isRefused);
  add('decided', isDecided);
  add('ended', isEnded);
  add('withdrawn', isEnded && read.ending === 'withdrawn');
  add('denied', isDecided && read.isDenied);
  add('doneWithLimit', isDecided && limit !== undefined);
  add('due', (isDecided && limit !== undefined) || missed(limit));
  add('onTime', isDecided && limit !== undefined && !late(limit));
  add('overdue', missed(limit) || (isDecided && late(limit)));
  add('overdueOpen', isOpen && isPast(read, limit, q.asOf, q));
  add(
    'early',
    isDecided &&
      limit !== undefined &&
      daysTaken(read, q, limit) < (promise?.days ?? read.item.statutoryLimit?.amount ?? 0),
  );
  add('dueByLaw', (isDecided && law !== undefined) || missed(law));
  add('overdueByLaw', missed(law) || (isDecided && late(law)));
  add('extended', isDecided && read.extensions > 0);
  add('lateSteps', isDecided && read.isStepLate);
  const lawDays = read.item.statutoryLimit?.amount ?? 0;
  const taken = isDecided && limit !== undefined ? daysTaken(read, q, limit) : 0;
  add('lawDays', isDecided && law !== undefined, lawDays);
  add('savedDays', isDecided && law !== undefined, lawDays - taken);
  add('usedDays', isDecided, isDecided ? daysTaken(read, q, 'any') : 0);
  add('promised', isDecided && promise !== undefined);
  add('promisedDays', isDecided && promise !== undefined, promise?.days);
  add('usedOfPromised', isDecided && promise !== undefined, taken);
  add('onTheSpot', isDecided && read.item.handlingMode === 'on-the-spot');
  add('visits', isDecided, read.visitDays.size);
  add('atMostOneVisit', isDecided && read.visitDays.size <= 1);
  add('withoutVisit', isDecided && read.visitDays.size === 0);
  add('corrections', isEnded, read.corrections);
  add('corrected', isEnded && read.corrections > 0);
  add('correctedOnce', isEnded && read.corrections === 1);
  add('returned', isDecided && read.returns > 0);
  add('special', isDecided && specialDays(read, q) > 0);
  return counts;
}

/** Exactly: the part in ten-thousandths or hundredths of the whole, half up, by whole numbers. */
export function exactQuotient(part: number, whole: number, places: 2 | 4): number | undefined {
  if (whole === 0) return undefined;
  const scale = 10n ** BigInt(places);
  const doubled = 2n * BigInt(part) * scale + BigInt(whole);
  return Number(doubled / (2n * BigInt(whole))) / Number(scale);
}

export function exactMedian(days: readonly number[]): number | undefined {
  const sorted = days.toSorted((a, b) => a - b);
  const low = sorted[(sorted.length - 1) >> 1];
  const high = sorted[sorted.length >> 1];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}
