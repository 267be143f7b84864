import { isRight, isSuspended, readNodeClockId } from '../case/index.ts';
import type { ClockKind, ClockState } from '../case/index.ts';
import type { PersonRef } from '../flow/index.ts';
import {
  civilDate,
  daysBetween,
  lightAt,
  remainingWorkingDays,
  type Instant,
  type Light,
  type PlainDate,
} from '../time/index.ts';
import type { Course } from './course.ts';
import { stepIn } from './task-facts.ts';
import type { Subject } from './subject.ts';

/** 法定, 承诺, 环节; everything else is a duty with a limit of its own. */
type ClockLevel = 'statute' | 'promise' | 'step' | 'duty';

const LEVELS: Partial<Record<ClockKind, ClockLevel>> = {
  statutory: 'statute',
  committed: 'promise',
  step: 'step',
};

/**
 * Each limit that is somebody's duty, running or stopped, with its light. What is a right of
 * somebody (异议, 请求复查) makes nobody late and is not among them.
 */
export function clockSubjects(course: Course): Subject[] {
  return Object.values(course.state.clocks)
    .filter(({ kind }) => !isRight(kind) && kind !== 'wait')
    .toSorted((a, b) => (a.clockId < b.clockId ? -1 : 1))
    .map((clock) => clockSubject(course, clock));
}

function clockSubject(course: Course, clock: ClockState): Subject {
  const { clockId, kind, result, stoppedAt } = clock;
  const day = civilDate(stoppedAt ?? course.at);
  const left = leftOf(course, clock, day);
  const isStanding = stoppedAt === undefined && isSuspended(clock, course);
  const light = lightOf(course, clock);
  const stepId = kind === 'step' ? readNodeClockId(clockId).nodeId : '';
  return {
    key: `clock:${clockId}@${clock.from}`,
    evidence: evidenceOf(course, clockId),
    at: turnedAt(clock, course.at, light),
    people: holdersOf(course, stepId),
    facts: {
      id: clockId,
      kind,
      level: LEVELS[kind] ?? 'duty',
      rule: clock.ruleId,
      name: course.rules.find(({ id }) => id === clock.ruleId)?.name ?? clock.ruleId,
      step: stepId,
      stepName: stepIn(course, stepId)?.name ?? '',
      amount: clock.amount,
      unit: clock.unit,
      from: clock.from,
      dueOn: result.dueOn,
      light,
      isRunning: stoppedAt === undefined,
      isSuspended: isStanding,
      isLate: light === 'red',
      daysLeft: left,
      daysLate: light === 'red' ? Math.max(1, -left) : 0,
      extensions: clock.extensions.length,
      extendedDays: clock.extensions.reduce((sum, { amount }) => sum + amount, 0),
      isProvisional: result.provisional,
    },
  };
}

/** Missed before it was suspended, it stays missed: a hearing afterwards mends nothing. */
function lightOf(course: Course, clock: ClockState): Light {
  const { result, stoppedAt, suspensions } = clock;
  if (stoppedAt !== undefined) {
    return lightAt(result, course.at, { suspended: false, stoppedAt });
  }
  const wasLate = suspensions.some(({ from, to }) => to === undefined && from > result.dueOn);
  const suspended = !wasLate && isSuspended(clock, course);
  return lightAt(result, course.at, { suspended });
}

/** A limit of law or promise is missed; a step that was late is not yet a case that is late. */
export function isCaseLate(course: Course): boolean {
  return Object.values(course.state.clocks).some(
    (clock) =>
      (clock.kind === 'statutory' || clock.kind === 'committed') &&
      lightOf(course, clock) === 'red',
  );
}

/** In the clock's own unit at the end of the day; negative when it is late. */
function leftOf({ calendar }: Course, { unit, result }: ClockState, day: PlainDate): number {
  return unit === 'WD'
    ? remainingWorkingDays(calendar, day, result.dueOn)
    : daysBetween(day, result.dueOn);
}

/** When the light became what it is, as far as the past goes. */
function turnedAt({ result, stoppedAt }: ClockState, at: Instant, light: string): Instant {
  if (light === 'red') return result.overdueAt;
  if (light === 'yellow') return result.warnAt;
  return stoppedAt ?? at;
}

function evidenceOf({ events }: Course, clockId: string): number[] {
  return events.filter(({ event }) => 'clockId' in event && event.clockId === clockId).map(seqOf);
}

function seqOf({ seq }: { readonly seq: number }): number {
  return seq;
}

/** Who has, or had last, the tasks of a step: named people only, posts are the department's. */
function holdersOf({ state }: Course, stepId: string): PersonRef[] {
  const tasks = Object.values(state.marking.tasks).filter((task) => task.stepId === stepId);
  const last = Math.max(0, ...tasks.map(({ round }) => round));
  const found = new Map<string, PersonRef>();
  for (const { round, closedBy, holder } of tasks) {
    // What the system closed by law was done by nobody: its holder answers for it.
    const person = closedBy?.personId === 'system' ? holder : (closedBy ?? holder);
    if (round === last && person !== undefined) found.set(person.personId, person);
  }
  return [...found.values()];
}
