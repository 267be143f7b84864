/**
 * What indicators count of cases: each name is a condition, some with a sum, over `case_figure f`.
 * The same conditions count a figure and list the cases behind it, so neither can say what the
 * other does not. $2 and $3 are the days of the period, $4 the day on which open cases are judged:
 * the day after the period, or today while it lasts.
 */
export interface CaseCount {
  readonly when: string;
  /** Added up over those cases; without it they are counted. */
  readonly sum?: string;
}

const IN_PERIOD = 'f.done_on BETWEEN $2 AND $3';
const DECIDED = `(${IN_PERIOD} AND f.outcome IN ('granted', 'denied', 'answered'))`;
const ENDED_OTHERWISE = `(${IN_PERIOD} AND f.outcome NOT IN ('granted', 'denied', 'answered'))`;
const OPEN = '(f.done_on IS NULL OR f.done_on > $3)';
const RECEIVED = '(f.received_on BETWEEN $2 AND $3)';
const ACCEPTED = '(f.accepted_on BETWEEN $2 AND $3)';
const REFUSED = `(${IN_PERIOD} AND f.outcome = 'acceptance-refused')`;

/**
 * Open after its limit, or ended otherwise after it: a withdrawal makes nothing timely again.
 * A limit that stands still has no due day, and is not missed.
 */
const missed = (dueOn: string): string =>
  `((${OPEN} AND ${dueOn} < $4) OR (${ENDED_OTHERWISE} AND ${dueOn} < f.done_on))`;
const inTime = (dueOn: string): string => `(${dueOn} IS NULL OR f.done_on <= ${dueOn})`;

const HAS_LIMIT = 'f.limit_days IS NOT NULL';
const HAS_LAW = 'f.statutory_days IS NOT NULL';
const DONE_WITH_LIMIT = `(${DECIDED} AND ${HAS_LIMIT})`;
const DONE_WITH_LAW = `(${DECIDED} AND ${HAS_LAW})`;
/** Days used can be held against the law's only where both count the same days. */
const SAME_UNIT = `(${DONE_WITH_LAW} AND f.unit = f.statutory_unit)`;
const PROMISED = `(${DECIDED} AND f.promised_unit = 'WD')`;

export const caseCounts = {
  received: { when: RECEIVED },
  receivedOnline: { when: `${RECEIVED} AND f.channel = 'online'` },
  accepted: { when: ACCEPTED },
  deemedAccepted: { when: `${ACCEPTED} AND f.is_deemed_accepted` },
  examined: { when: `(${ACCEPTED} OR ${REFUSED})` },
  refused: { when: REFUSED },
  decided: { when: DECIDED },
  ended: { when: IN_PERIOD },
  withdrawn: { when: `${IN_PERIOD} AND f.outcome = 'withdrawn'` },
  denied: { when: `${DECIDED} AND f.outcome = 'denied'` },
  doneWithLimit: { when: DONE_WITH_LIMIT },
  due: { when: `(${DONE_WITH_LIMIT} OR ${missed('f.due_on')})` },
  onTime: { when: `${DONE_WITH_LIMIT} AND ${inTime('f.due_on')}` },
  overdue: {
    when: `(${missed('f.due_on')} OR (${DONE_WITH_LIMIT} AND NOT ${inTime('f.due_on')}))`,
  },
  overdueOpen: { when: `${OPEN} AND f.due_on < $4` },
  early: { when: `${DONE_WITH_LIMIT} AND f.used_days < f.limit_days` },
  dueByLaw: { when: `(${DONE_WITH_LAW} OR ${missed('f.statutory_due_on')})` },
  overdueByLaw: {
    when: `(${missed('f.statutory_due_on')} OR
      (${DONE_WITH_LAW} AND NOT ${inTime('f.statutory_due_on')}))`,
  },
  extended: { when: `${DECIDED} AND f.extensions > 0` },
  lateSteps: { when: `${DECIDED} AND f.late_steps > 0` },
  lawDays: { when: SAME_UNIT, sum: 'f.statutory_days' },
  savedDays: { when: SAME_UNIT, sum: 'f.statutory_days - f.used_days' },
  usedDays: { when: DECIDED, sum: 'f.working_days' },
  promised: { when: PROMISED },
  promisedDays: { when: PROMISED, sum: 'f.promised_days' },
  usedOfPromised: { when: PROMISED, sum: 'f.used_days' },
  onTheSpot: { when: `${DECIDED} AND f.handling_mode = 'on-the-spot'` },
  visits: { when: DECIDED, sum: 'f.visits' },
  atMostOneVisit: { when: `${DECIDED} AND f.visits <= 1` },
  withoutVisit: { when: `${DECIDED} AND f.visits = 0` },
  corrections: { when: IN_PERIOD, sum: 'f.corrections' },
  corrected: { when: `${IN_PERIOD} AND f.corrections > 0` },
  correctedOnce: { when: `${IN_PERIOD} AND f.corrections = 1` },
  returned: { when: `${DECIDED} AND f.returns > 0` },
  special: { when: `${DECIDED} AND f.special_days > 0` },
} as const satisfies Readonly<Record<string, CaseCount>>;

export type CaseCountName = keyof typeof caseCounts;

export function isCaseCount(name: string): name is CaseCountName {
  return Object.hasOwn(caseCounts, name);
}

/** $1 is the tenant. Internal approvals and letters are other lives: see their own reports. */
export const COUNTED_CASES = `f.tenant_id = $1 AND f.lifecycle = 'service' AND (
  ${IN_PERIOD} OR ${RECEIVED} OR ${ACCEPTED} OR (${OPEN} AND f.due_on < $4)
  OR (${OPEN} AND f.statutory_due_on < $4))`;
