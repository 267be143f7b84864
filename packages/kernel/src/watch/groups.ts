/**
 * Activities added up by who acted, or whose cases they are, in a day or a month. `all` is the same
 * figure over every group of the period: a pattern is a difference from the others, not a number.
 */
import type { PersonRef } from '../flow/index.ts';
import { instantMs, type Instant } from '../time/index.ts';
import type { Activity } from './activity.ts';
import type { Evidence } from './hit.ts';
import type { GroupSubject } from './rule.ts';
import type { Facts } from './subject.ts';

export interface Group {
  readonly subject: GroupSubject;
  readonly key: string;
  readonly orgId?: string;
  readonly itemCode?: string;
  readonly people: readonly PersonRef[];
  /** Of the last activity. */
  readonly at: Instant;
  readonly facts: Facts;
  readonly all: Facts;
  /** Some of what it rests on, at most {@link MOST_EVIDENCE}; the figures count all of it. */
  readonly evidence: readonly Evidence[];
}

export const MOST_EVIDENCE = 50;

const KEYS: Readonly<Partial<Record<GroupSubject, (one: Activity) => string>>> = {
  'person-day': ({ personId, day }) => `${personId}:${day}`,
  'person-month': ({ personId, day }) => `${personId}:${day.slice(0, 7)}`,
  'org-month': ({ orgId, day }) => `${orgId}:${day.slice(0, 7)}`,
  'item-month': ({ itemCode, day }) => `${itemCode}:${day.slice(0, 7)}`,
};

/**
 * @param activities of whole periods; what belongs to no person makes no group of a person
 */
export function groupActivities(
  subject: GroupSubject,
  activities: readonly Activity[],
): readonly Group[] {
  const keyOf = KEYS[subject];
  // Reviews are no acts in cases: whoever keeps them makes their groups.
  if (keyOf === undefined) return [];
  const isOfPerson = subject === 'person-day' || subject === 'person-month';
  const parts = new Map<string, Activity[]>();
  for (const one of activities) {
    if (isOfPerson && one.personId === '') continue;
    const key = keyOf(one);
    const part = parts.get(key);
    if (part === undefined) parts.set(key, [one]);
    else part.push(one);
  }
  const figures = [...parts].map(([key, own]) => ({ key, own, facts: factsOf(own, key) }));
  const all = overall(figures.map(({ facts }) => facts));
  return figures.map(({ key, own, facts }) => groupOf(subject, key, own, facts, all));
}

function groupOf(
  subject: GroupSubject,
  key: string,
  own: readonly Activity[],
  facts: Facts,
  all: Facts,
): Group {
  const last = own.reduce((a, b) => (a.at < b.at ? b : a));
  const isOfPerson = subject === 'person-day' || subject === 'person-month';
  return {
    subject,
    key: `${subject}:${key}`,
    ...(subject === 'item-month' ? { itemCode: last.itemCode } : { orgId: last.orgId }),
    people: isOfPerson ? [{ personId: last.personId, name: last.person }] : [],
    at: last.at,
    facts,
    all,
    evidence: weightiest(own).map(({ caseId, seq }) => ({ caseId, seq })),
  };
}

/** The quickest decisions and the latest entries first: what a person would look at. */
function weightiest(own: readonly Activity[]): Activity[] {
  return own
    .toSorted((a, b) => b.daysBehind - a.daysBehind || (a.seconds ?? 1e9) - (b.seconds ?? 1e9))
    .slice(0, MOST_EVIDENCE);
}

const QUICK_SECONDS = 10;

function factsOf(own: readonly Activity[], key: string): Facts {
  const of = (kind: Activity['kind']): Activity[] => own.filter((one) => one.kind === kind);
  const [entries, decisions, outcomes] = [of('entry'), of('decision'), of('outcome')];
  const seconds = decisions.flatMap((one) => one.seconds ?? []);
  const behind = entries.filter(({ daysBehind }) => daysBehind > 0);
  const refused = outcomes.filter(({ text }) => text === '' || text === 'acceptance-refused');
  const last = own.at(-1);
  return {
    period: key.slice(key.lastIndexOf(':') + 1),
    person: last?.person ?? '',
    org: last?.orgId ?? '',
    item: last?.itemCode ?? '',
    cases: new Set(own.map(({ caseId }) => caseId)).size,
    entries: entries.length,
    entriesBehind: behind.length,
    mostDaysBehind: Math.max(0, ...behind.map(({ daysBehind }) => daysBehind)),
    decisions: decisions.length,
    medianSeconds: median(seconds),
    burst: burstOf(decisions, BURST_SECONDS),
    burstShare: share(burstOf(decisions, BURST_SECONDS), decisions.length),
    entryBurst: burstOf(entries, ENTRY_BURST_SECONDS),
    quick: seconds.filter((n) => n <= QUICK_SECONDS).length,
    quickShare: share(seconds.filter((n) => n <= QUICK_SECONDS).length, decisions.length),
    offHours: own.filter(({ isOffHours }) => isOffHours).length,
    offHoursShare: share(own.filter(({ isOffHours }) => isOffHours).length, own.length),
    sameWordsShare: share(mostCommon(decisions.map(({ text }) => text)), decisions.length),
    emptyShare: share(decisions.filter(({ text }) => text === '').length, decisions.length),
    returns: of('return').length,
    outcomes: outcomes.length,
    refused: refused.length,
    refusedShare: share(refused.length, outcomes.length),
    denied: outcomes.filter(({ text }) => text === 'denied').length,
    deniedShare: share(outcomes.filter(({ text }) => text === 'denied').length, outcomes.length),
    withdrawn: outcomes.filter(({ text }) => text === 'withdrawn').length,
    withdrawnShare: share(
      outcomes.filter(({ text }) => text === 'withdrawn').length,
      outcomes.length,
    ),
    late: outcomes.filter(({ isLate }) => isLate).length,
    lateShare: share(outcomes.filter(({ isLate }) => isLate).length, outcomes.length),
    corrected: outcomes.filter(({ corrections }) => corrections > 0).length,
    correctedShare: share(
      outcomes.filter(({ corrections }) => corrections > 0).length,
      outcomes.length,
    ),
  };
}

/** Who reads takes longer than this from one decision to the next. */
const BURST_SECONDS = 15;
/** Who has somebody before them takes longer than this from one entry to the next. */
const ENTRY_BURST_SECONDS = 120;

/** How many came within so many seconds after the one before. */
function burstOf(own: readonly Activity[], seconds: number): number {
  const times = own.map(({ at }) => instantMs(at)).toSorted((a, b) => a - b);
  return times.filter((at, i) => i > 0 && at - (times[i - 1] ?? 0) <= seconds * 1000).length;
}

/** Null where there is nothing to be a share of: FEEL then finds nothing. */
function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[middle - 1], sorted[middle]];
  if (high === undefined) return null;
  return sorted.length % 2 === 1 || low === undefined ? high : (low + high) / 2;
}

function mostCommon(texts: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const text of texts) if (text !== '') counts.set(text, (counts.get(text) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}

/**
 * Of each figure the mean, the spread and the median over the groups: `all.refusedShareMean`,
 * `…Spread`, `…Median`. One that is far off moves mean and spread itself, and the median hardly.
 */
export function overall(groups: readonly Facts[]): Facts {
  const names = Object.keys(groups[0] ?? {});
  const entries = names.flatMap((name): [string, number | null][] => {
    const values = groups.flatMap((facts) => {
      const value = facts[name];
      return typeof value === 'number' ? [value] : [];
    });
    if (values.length === 0) return [];
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const spread = Math.sqrt(
      values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length,
    );
    return [
      [`${name}Mean`, mean],
      [`${name}Spread`, spread],
      [`${name}Median`, median(values)],
    ];
  });
  return { ...Object.fromEntries(entries), groups: groups.length };
}
