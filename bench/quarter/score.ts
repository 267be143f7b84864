/** Precision and recall of what rules found, against what is true, for each kind of misconduct. */
import type { LimitRule, Calendar } from '../../packages/kernel/src/time/index.ts';
import {
  activitiesOf,
  caseFacts,
  groupActivities,
  type Activity,
  type CaseFacts,
  type Group,
  type ListedFee,
  type WatchHit,
} from '../../packages/kernel/src/watch/index.ts';
import { GROUP_SUBJECTS } from '../../packages/kernel/src/words/index.ts';
import { MISCONDUCTS, type Misconduct } from './county.ts';
import { LISTED_FEN } from './items.ts';
import type { LivedCase } from './live-case.ts';
import { LOOKED_AT } from './simulate.ts';
import { truthOf } from './truth.ts';

/** Which rules are about it, and what they name: cases, people or offices. */
export interface Expected {
  readonly of: 'case' | 'person' | 'org';
  readonly rules: readonly string[];
}

export interface Score {
  readonly misconduct: Misconduct;
  readonly of: Expected['of'];
  readonly rules: readonly string[];
  readonly isTrue: number;
  readonly found: number;
  readonly missed: readonly string[];
  readonly wrong: readonly string[];
}

export interface Watcher {
  evaluateCase(facts: CaseFacts): readonly WatchHit[];
  evaluateGroups(groups: readonly Group[]): readonly WatchHit[];
}

export interface QuarterResult {
  readonly cases: number;
  readonly events: number;
  readonly hits: number;
  readonly scores: readonly Score[];
}

const FEE_LIST: readonly ListedFee[] = [{ standardId: 'F-listed', unitFen: LISTED_FEN }];
/** Habits of people: true of who has them and had enough to do for it to show. */
const LEAST_DECISIONS = 20;

export function scoreQuarter(
  lived: Iterable<LivedCase>,
  statutes: { readonly calendar: Calendar; readonly rules: readonly LimitRule[] },
  watcher: Watcher,
  expected: Readonly<Record<Misconduct, Expected>>,
): QuarterResult {
  const truth = new Map(MISCONDUCTS.map((one) => [one, new Set<string>()]));
  const found = new Map(MISCONDUCTS.map((one) => [one, new Set<string>()]));
  const ofRule = new Map<string, Misconduct[]>();
  for (const one of MISCONDUCTS) {
    for (const rule of expected[one].rules) ofRule.set(rule, [...(ofRule.get(rule) ?? []), one]);
  }
  const activities: Activity[] = [];
  let [cases, events, hits] = [0, 0, 0];
  const take = (hit: WatchHit): void => {
    hits += 1;
    for (const one of ofRule.get(hit.ruleId) ?? []) {
      for (const name of namesIn(hit, expected[one].of)) found.get(one)?.add(name);
    }
  };
  for (const one of lived) {
    cases += 1;
    events += one.events.length;
    const facts = caseFacts(one.events, one.state, {
      item: one.item,
      ...statutes,
      at: LOOKED_AT,
      feeList: FEE_LIST,
    });
    for (const hit of watcher.evaluateCase(facts)) take(hit);
    const own = activitiesOf(facts);
    activities.push(...own);
    for (const misconduct of truthOf(one)) truth.get(misconduct)?.add(one.caseId);
    addHabits(truth, one, own);
  }
  for (const subject of GROUP_SUBJECTS) {
    for (const hit of watcher.evaluateGroups(groupActivities(subject, activities))) take(hit);
  }
  keepBusy(truth, activities);
  const scores = MISCONDUCTS.map((misconduct) => {
    const is = truth.get(misconduct) ?? new Set();
    const has = found.get(misconduct) ?? new Set();
    return {
      misconduct,
      ...expected[misconduct],
      isTrue: is.size,
      found: has.size,
      missed: [...is].filter((name) => !has.has(name)),
      wrong: [...has].filter((name) => !is.has(name)),
    };
  });
  return { cases, events, hits, scores };
}

const HABITS: ReadonlySet<Misconduct> = new Set(['rubber-stamp', 'copied-words', 'off-hours']);

function addHabits(
  truth: ReadonlyMap<Misconduct, Set<string>>,
  { department }: LivedCase,
  own: readonly Activity[],
): void {
  const { reviewers, leader, habit, orgId } = department;
  for (const { habit: personal, actor } of [...reviewers, leader]) {
    if (personal === undefined || !HABITS.has(personal)) continue;
    const isOwn = own.some(
      ({ kind, personId }) => kind === 'decision' && personId === actor.personId,
    );
    if (isOwn) truth.get(personal)?.add(actor.personId);
  }
  if (habit === 'refusals') truth.get('refusals')?.add(orgId);
}

function keepBusy(
  truth: ReadonlyMap<Misconduct, Set<string>>,
  activities: readonly Activity[],
): void {
  const decisions = new Map<string, number>();
  for (const { kind, personId } of activities) {
    if (kind === 'decision') decisions.set(personId, (decisions.get(personId) ?? 0) + 1);
  }
  for (const habit of HABITS) {
    for (const personId of truth.get(habit) ?? []) {
      if ((decisions.get(personId) ?? 0) < LEAST_DECISIONS) truth.get(habit)?.delete(personId);
    }
  }
}

function namesIn(hit: WatchHit, of: Expected['of']): readonly string[] {
  if (of === 'case') {
    return hit.caseId === undefined ? hit.evidence.map(({ caseId }) => caseId) : [hit.caseId];
  }
  return of === 'person' ? hit.people.map(({ personId }) => personId) : [hit.orgId ?? ''];
}
