/**
 * What people did in a case, one line an act: what adds up to patterns over many cases. The lines
 * follow from the facts of a case, so that they can be made again at any time.
 */
import { civilDate, type Instant, type PlainDate } from '../time/index.ts';
import type { CaseFacts, Facts, FactValue, Subject } from './subject.ts';

export type ActivityKind = 'entry' | 'acceptance' | 'decision' | 'return' | 'outcome';

export interface Activity {
  readonly kind: ActivityKind;
  readonly caseId: string;
  /** Of the event that it follows from. */
  readonly seq: number;
  readonly at: Instant;
  readonly day: PlainDate;
  readonly personId: string;
  readonly person: string;
  readonly orgId: string;
  readonly itemCode: string;
  /** Of a decision: from when it was looked at, else from when it could be. */
  readonly seconds: number | null;
  readonly isOffHours: boolean;
  /** Of a decision, its words; of an outcome, how the case ended. */
  readonly text: string;
  /** Of an entry: days after the day that the case is said to have come on. */
  readonly daysBehind: number;
  /** Of an outcome: a limit of law or promise was missed. */
  readonly isLate: boolean;
  readonly corrections: number;
}

/** 08:00 to 18:00 on working days; who works longer is no suspect for one evening of it. */
const FIRST_HOUR = 8;
const LAST_HOUR = 18;

export function activitiesOf(found: CaseFacts): Activity[] {
  const whole = found.subjects.case[0];
  if (whole === undefined) return [];
  const entries = found.subjects.person.filter(({ facts }) => facts['filedIt'] === true);
  return [
    ...entries.map((subject) => line(found, subject, 'entry', { text: '' })),
    ...found.subjects.task
      .filter(({ facts }) => isJudgement(facts))
      .map((subject) => line(found, subject, 'decision', { text: textOf(subject, 'opinion') })),
    ...found.subjects.return.map((subject) =>
      line(found, subject, 'return', { text: textOf(subject, 'reason') }),
    ),
    ...(isOver(whole) ? [line(found, whole, 'outcome', { text: textOf(whole, 'outcome') })] : []),
  ];
}

const JUDGING: ReadonlySet<FactValue> = new Set(['review', 'decision', 'task']);

/**
 * Taking in and handing out are no judgements: a morning's results are handed out in a row. What
 * was signed in one go (批量) is one look at a list, and says so itself.
 */
function isJudgement({ isStaff, isBatch, duty = null }: Facts): boolean {
  return isStaff === true && isBatch !== true && JUDGING.has(duty);
}

function isOver({ facts }: Subject): boolean {
  return facts['outcome'] !== null || facts['isRefused'] === true;
}

function line(
  found: CaseFacts,
  subject: Subject,
  kind: ActivityKind,
  { text }: { readonly text: string },
): Activity {
  const whole = found.subjects.case[0]?.facts ?? {};
  const [person] = subject.people;
  const isEntry = kind === 'entry';
  const { facts, evidence, at } = subject;
  return {
    kind,
    caseId: found.caseId,
    seq: (isEntry ? evidence[0] : evidence.at(-1)) ?? 0,
    at,
    day: civilDate(at),
    personId: person?.personId ?? '',
    person: person?.name ?? '',
    orgId: found.orgId,
    itemCode: found.itemCode,
    seconds: numberOr(facts['readSeconds'], numberOr(facts['seconds'], null)),
    isOffHours: isOffHours(facts['hour'], facts['isWorkingDay']),
    text,
    daysBehind: isEntry ? (numberOr(whole['daysBehind'], 0) ?? 0) : 0,
    isLate: kind === 'outcome' && found.subjects.clock.some(isLateOutside),
    corrections: numberOr(whole['corrections'], 0) ?? 0,
  };
}

/** Of statute or promise; a step that was late is a department's own affair. */
function isLateOutside({ facts }: Subject): boolean {
  return facts['isLate'] === true && (facts['level'] === 'statute' || facts['level'] === 'promise');
}

function isOffHours(hour: FactValue | undefined, isWorkingDay: FactValue | undefined): boolean {
  if (typeof hour !== 'number') return false;
  return isWorkingDay === false || hour < FIRST_HOUR || hour >= LAST_HOUR;
}

function textOf({ facts }: Subject, name: string): string {
  const value = facts[name];
  return typeof value === 'string' ? value : '';
}

function numberOr(value: FactValue | undefined, other: number | null): number | null {
  return typeof value === 'number' ? value : other;
}
