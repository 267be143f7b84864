/**
 * What indicators count of cases: each name is a condition, some with a sum, over a row `f` that
 * says what is true of a case by itself (figure-flags.ts) and in the period asked about. The same
 * conditions count a figure and list the cases behind it, so neither can say what the other does
 * not.
 */
export interface CaseCount {
  readonly when: string;
  /** Added up over those cases; without it they are counted. */
  readonly sum?: CaseSum;
}

/** What is added up, as columns of `case_figure f`. */
export const caseSums = {
  statutory_days: 'f.statutory_days',
  saved_days: 'f.statutory_days - f.used_days',
  working_days: 'f.working_days',
  promised_days: 'f.promised_days',
  used_days: 'f.used_days',
  visits: 'f.visits',
  corrections: 'f.corrections',
} as const;

export type CaseSum = keyof typeof caseSums;

/**
 * $2 and $3 are the days of the period, $4 the day on which open cases are judged: the day after
 * the period, or today while it lasts.
 */
export const periodFacts = {
  ended_in: 'f.done_on BETWEEN $2 AND $3',
  received_in: 'f.received_on BETWEEN $2 AND $3',
  accepted_in: 'f.accepted_on BETWEEN $2 AND $3',
  open_late: '(f.done_on IS NULL OR f.done_on > $3) AND f.due_on < $4',
  open_late_by_law: '(f.done_on IS NULL OR f.done_on > $3) AND f.statutory_due_on < $4',
} as const;

const DECIDED = 'f.ended_in AND f.decided';
/** Open after the limit, or ended otherwise after it: a withdrawal makes nothing timely again. */
const MISSED = '(f.open_late OR (f.ended_in AND f.ended_late))';
const MISSED_BY_LAW = '(f.open_late_by_law OR (f.ended_in AND f.ended_late_by_law))';
const WITH_LIMIT = `(${DECIDED} AND f.has_limit)`;
const WITH_LAW = `(${DECIDED} AND f.has_law)`;
const PROMISED = `${DECIDED} AND f.promised_in_working_days`;

export const caseCounts = {
  received: { when: 'f.received_in' },
  receivedOnline: { when: 'f.received_in AND f.online' },
  accepted: { when: 'f.accepted_in' },
  deemedAccepted: { when: 'f.accepted_in AND f.deemed' },
  examined: { when: '(f.accepted_in OR (f.ended_in AND f.refused))' },
  refused: { when: 'f.ended_in AND f.refused' },
  decided: { when: DECIDED },
  ended: { when: 'f.ended_in' },
  withdrawn: { when: 'f.ended_in AND f.withdrawn' },
  denied: { when: `${DECIDED} AND f.denied` },
  doneWithLimit: { when: WITH_LIMIT },
  due: { when: `(${WITH_LIMIT} OR ${MISSED})` },
  onTime: { when: `${DECIDED} AND f.in_time` },
  overdue: { when: `(${MISSED} OR (${WITH_LIMIT} AND NOT f.in_time))` },
  overdueOpen: { when: 'f.open_late' },
  early: { when: `${DECIDED} AND f.early` },
  dueByLaw: { when: `(${WITH_LAW} OR ${MISSED_BY_LAW})` },
  overdueByLaw: { when: `(${MISSED_BY_LAW} OR (${WITH_LAW} AND NOT f.in_time_by_law))` },
  extended: { when: `${DECIDED} AND f.extended` },
  lateSteps: { when: `${DECIDED} AND f.late_step` },
  // Days used can be held against the law's only where both count the same days.
  lawDays: { when: `${DECIDED} AND f.same_unit`, sum: 'statutory_days' },
  savedDays: { when: `${DECIDED} AND f.same_unit`, sum: 'saved_days' },
  usedDays: { when: DECIDED, sum: 'working_days' },
  promised: { when: PROMISED },
  promisedDays: { when: PROMISED, sum: 'promised_days' },
  usedOfPromised: { when: PROMISED, sum: 'used_days' },
  onTheSpot: { when: `${DECIDED} AND f.on_the_spot` },
  visits: { when: DECIDED, sum: 'visits' },
  atMostOneVisit: { when: `${DECIDED} AND f.at_most_one_visit` },
  withoutVisit: { when: `${DECIDED} AND f.without_visit` },
  corrections: { when: 'f.ended_in', sum: 'corrections' },
  corrected: { when: 'f.ended_in AND f.corrected' },
  correctedOnce: { when: 'f.ended_in AND f.corrected_once' },
  returned: { when: `${DECIDED} AND f.returned` },
  special: { when: `${DECIDED} AND f.special` },
} as const satisfies Readonly<Record<string, CaseCount>>;

export type CaseCountName = keyof typeof caseCounts;

export function isCaseCount(name: string): name is CaseCountName {
  return Object.hasOwn(caseCounts, name);
}
