/** For each rule facts that it finds, and facts next to them that it leaves alone. */
import type { Facts } from '@yichuang/kernel/watch';

/** Of `it`; a key `case.x` is of the whole case, `all.x` of all groups. */
export interface RuleExample {
  readonly id: string;
  readonly found: Facts;
  readonly left: Facts;
}

const promised = { level: 'promise', isLate: true, isRunning: true };
const late = { isLate: true, isRunning: true };
const step = { level: 'step', isLate: true, daysLate: 4 };
const letter = { 'case.lifecycle': 'letter' };
const staffed = { 'case.handlingMode': 'committed' };
const refused = { 'case.isRefused': true, 'case.isDenied': false };

const row = (id: string, found: Facts, left: Facts): RuleExample => ({ id, found, left });

const far = (id: string, name: string, share: number): RuleExample => {
  const many = { outcomes: 40, decisions: 40, 'all.groups': 10 };
  const all = { [`all.${name}Mean`]: 0.02, [`all.${name}Spread`]: 0.01 };
  return row(
    id,
    { ...many, ...all, [name]: share },
    { ...many, ...all, [name]: share, 'all.groups': 3 },
  );
};

export const ruleExamples: readonly RuleExample[] = [
  row(
    'JC-S1',
    { isRunning: true, light: 'yellow', level: 'promise', amount: 20 },
    { isRunning: true, light: 'yellow', level: 'promise', amount: 2 },
  ),
  row('JC-S2', promised, { ...promised, level: 'statute' }),
  row('JC-S2a', { ...promised, level: 'statute' }, promised),
  row('JC-S3', step, { ...step, isLate: false }),
  row('JC-S3a', step, { ...step, daysLate: 3 }),
  row('JC-S4', { ...promised, 'case.isPart': true }, { ...promised, 'case.isPart': false }),
  row('JC-S5', { isDeemedAccepted: true }, { isDeemedAccepted: false }),
  row('JC-S5a', { round: 1, daysAfter: 6 }, { round: 1, daysAfter: 5 }),
  row('JC-S6', { daysOver: 1 }, { daysOver: 0 }),
  row('JC-S6a', { daysLeftThen: 1 }, { daysLeftThen: 2 }),
  row('JC-S7', { ...late, kind: 'service' }, { kind: 'service', isLate: false }),
  row('JC-S8', { ...late, kind: 'debt' }, { ...late, kind: 'service' }),
  row('JC-S8a', { rule: 'JC-RQ' }, { rule: 'JC-N2' }),
  row(
    'JC-S9',
    { urges: 3, outcome: null, isRefused: false },
    { urges: 3, outcome: 'granted', isRefused: false },
  ),
  row('JC-S10', { ...late, kind: 'opinion' }, { ...late, kind: 'debt' }),
  row(
    'JC-X1',
    { ...letter, isRunning: true, light: 'yellow', level: 'duty', amount: 15 },
    { ...letter, isRunning: true, light: 'green', level: 'duty', amount: 15 },
  ),
  row('JC-X2', { ...letter, ...late, level: 'duty' }, { ...letter, ...late, level: 'step' }),
  row(
    'JC-L1',
    { isAcceptedAfterDecision: true, isDecidedBeforeAcceptance: false },
    { isAcceptedAfterDecision: false, isDecidedBeforeAcceptance: false },
  ),
  row(
    'JC-L1a',
    { ...staffed, didIntakeAndDecide: true },
    { 'case.handlingMode': 'on-the-spot', didIntakeAndDecide: true },
  ),
  row(
    'JC-L1b',
    { ...staffed, didReviewAndDecide: true },
    { ...staffed, didReviewAndDecide: false },
  ),
  row('JC-L1c', { jumps: 1 }, { jumps: 0 }),
  row('JC-L2', { ...staffed, secondsToDecision: 1799 }, { ...staffed, secondsToDecision: 1800 }),
  row('JC-L2a', { daysBehind: 4 }, { daysBehind: 3 }),
  row(
    'JC-L3',
    { isRefused: true, refusalGround: 'not-corrected', corrections: 0 },
    { isRefused: true, refusalGround: 'not-corrected', corrections: 1 },
  ),
  row('JC-L4', { count: 2 }, { count: 1 }),
  row('JC-L4a', { daysLeftThen: 0 }, { daysLeftThen: 1 }),
  row('JC-L4b', { daysLeftThen: -1 }, { daysLeftThen: 0 }),
  row('JC-L4c', { reasonLength: 5 }, { reasonLength: 6 }),
  row('JC-L5', { sameWay: 2 }, { sameWay: 1 }),
  row('JC-L5a', { count: 4 }, { count: 3 }),
  row('JC-L5b', { reasonLength: 3 }, { reasonLength: 4 }),
  row('JC-L6', { wasRead: true }, { wasRead: false }),
  row('JC-L6a', { recalls: 3 }, { recalls: 2 }),
  row(
    'JC-L7',
    { isStaff: true, duty: 'decision', hour: 22.5 },
    { isStaff: true, duty: 'decision', hour: 21.5 },
  ),
  row(
    'JC-L8',
    { isApplicant: true, didIntake: false, didReview: true, didDecide: false },
    { isApplicant: true, didIntake: false, didReview: false, didDecide: false },
  ),
  row('JC-L9', { ...staffed, steps: 3 }, { ...staffed, steps: 2 }),
  row(
    'JC-L10',
    { 'case.outcome': 'withdrawn', isRunning: false, level: 'promise', daysLeft: 0 },
    { 'case.outcome': 'withdrawn', isRunning: false, level: 'promise', daysLeft: 5 },
  ),
  row('JC-N1', { ...refused, 'case.reasonLength': 9 }, { ...refused, 'case.reasonLength': 10 }),
  row('JC-N1a', { ...refused, 'case.hasBasis': false }, { ...refused, 'case.hasBasis': true }),
  row(
    'JC-N1b',
    { ...refused, 'case.hasRemedies': false },
    { ...refused, 'case.hasRemedies': true },
  ),
  row('JC-N2', { wasVisible: true }, { wasVisible: false }),
  row('JC-N2a', { isListed: false }, { isListed: true }),
  row('JC-N2b', { isHeldByGovernment: true }, { isHeldByGovernment: false }),
  row('JC-N2c', { corrections: 2 }, { corrections: 1 }),
  row('JC-N2d', { problemLength: 3 }, { problemLength: 4 }),
  row(
    'JC-N4',
    { isStaff: true, duty: 'review', opinionLength: 0 },
    { isStaff: true, duty: 'task', opinionLength: 0 },
  ),
  row(
    'JC-N4a',
    { isStaff: true, verdict: 'rejected', opinionLength: 5 },
    { isStaff: true, verdict: 'approved', opinionLength: 5 },
  ),
  row('JC-N5', { ...letter, findings: 1 }, { ...letter, findings: 0 }),
  row('JC-N5a', { ...letter, length: 29 }, { ...letter, length: 30 }),
  row(
    'JC-N5b',
    { ...letter, 'case.item': 'xf-petition', outcome: 'supported', hasBasis: false },
    { ...letter, 'case.item': 'wz-consult', outcome: 'supported', hasBasis: false },
  ),
  row('JC-N5c', { ...letter, isRatedAtWindow: true }, { ...letter, isRatedAtWindow: false }),
  row(
    'JC-N5d',
    { ...letter, 'case.isWithdrawnAtWindow': true },
    { ...letter, 'case.outcome': 'withdrawn' },
  ),
  row('JC-F1', { isListed: false }, { isListed: true }),
  row('JC-F1a', { isAbove: true }, { isAbove: false }),
  row('JC-F1b', { isMiscounted: true }, { isMiscounted: false }),
  row('JC-F1c', { isOfItem: false }, { isOfItem: true }),
  row('JC-F1d', { isPaidOtherwise: true }, { isPaidOtherwise: false }),
  row('JC-F1e', { isPaidBeforeAcceptance: true }, { isPaidBeforeAcceptance: false }),
  row('JC-F1f', { isPaidWithoutAssessment: true }, { isPaidWithoutAssessment: false }),
  row('JC-F1g', { isCertifiedBeforePayment: true }, { isCertifiedBeforePayment: false }),
  row('JC-A1', { decisions: 8, quickShare: 0.7 }, { decisions: 7, quickShare: 1 }),
  row('JC-A1a', { burst: 10, burstShare: 0.6 }, { burst: 9, burstShare: 0.6 }),
  row('JC-A2', { entriesBehind: 5, mostDaysBehind: 2 }, { entriesBehind: 5, mostDaysBehind: 1 }),
  row('JC-A2a', { entryBurst: 15 }, { entryBurst: 14 }),
  row(
    'JC-M1',
    { 'case.item': 'review-rectification', step: 'contact', isLate: true },
    { 'case.item': 'office-leave', step: 'contact', isLate: true },
  ),
  row(
    'JC-M1a',
    { 'case.item': 'review-rectification', step: 'mend', isLate: true },
    { 'case.item': 'review-rectification', step: 'mend', isLate: false },
  ),
  row('JC-M2', { byReviewed: 1 }, { byReviewed: 0 }),
  row('JC-M2a', { mostOfDevice: 4 }, { mostOfDevice: 3 }),
  row('JC-M2b', { mostInMinute: 4, bestShare: 1 }, { mostInMinute: 4, bestShare: 0.9 }),
  row(
    'JC-M2c',
    { ratedQuickRun: 4, visits: 4, ratedQuickShare: 1 },
    { ratedQuickRun: 3, visits: 40, ratedQuickShare: 0.8 },
  ),
  far('JC-L3a', 'refusedShare', 0.3),
  far('JC-A3', 'deniedShare', 0.3),
  far('JC-A4', 'sameWordsShare', 0.95),
  far('JC-A5', 'offHoursShare', 0.4),
  far('JC-A6', 'withdrawnShare', 0.3),
  far('JC-A7', 'correctedShare', 0.4),
  far('JC-A8', 'lateShare', 0.2),
  far('JC-A9', 'emptyShare', 0.6),
];
