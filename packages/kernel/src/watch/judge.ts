import type { WatchEvaluate } from './context.ts';
import type { Group } from './groups.ts';
import type { WatchHit } from './hit.ts';
import { isGroupSubject, type WatchRule } from './rule.ts';
import type { CaseFacts, Facts, FactValue, Subject } from './subject.ts';

/** Which organisations lie below one; with itself. */
export type IsWithin = (orgId: string, above: string) => boolean;

/** What the rules find in one case, in the order of the rules. */
export function judgeCase(
  rules: readonly WatchRule[],
  found: CaseFacts,
  evaluate: WatchEvaluate,
  isWithin: IsWithin,
): WatchHit[] {
  const whole = found.subjects.case[0]?.facts ?? {};
  return rules.flatMap((rule) => {
    const { each } = rule;
    if (isGroupSubject(each) || !isInScope(rule, found, isWithin)) return [];
    return found.subjects[each]
      .filter(({ facts }) => holds(rule, { it: facts, case: whole }, evaluate))
      .map((subject) => hitOf(rule, found, subject, whole));
  });
}

/**
 * What the rules find in what many cases add up to. A scope says which groups are asked; what they
 * are held against, `all`, stays that of every group.
 */
export function judgeGroups(
  rules: readonly WatchRule[],
  groups: readonly Group[],
  evaluate: WatchEvaluate,
  isWithin: IsWithin,
): WatchHit[] {
  return rules.flatMap((rule) =>
    groups
      .filter(({ subject }) => subject === rule.each)
      .filter((group) => isGroupInScope(rule, group, isWithin))
      .filter(({ facts, all }) => holds(rule, { it: facts, all }, evaluate))
      .map((group) => ({
        ...common(rule),
        key: `${rule.id} ${group.key}`,
        ...(group.orgId === undefined ? {} : { orgId: group.orgId }),
        ...(group.itemCode === undefined ? {} : { itemCode: group.itemCode }),
        people: group.people,
        at: group.at,
        ...wording(rule, { it: group.facts, all: group.all }),
        evidence: group.evidence,
        facts: group.facts,
      })),
  );
}

function hitOf(rule: WatchRule, found: CaseFacts, subject: Subject, whole: Facts): WatchHit {
  return {
    ...common(rule),
    key: `${rule.id} ${found.caseId} ${subject.key}`,
    caseId: found.caseId,
    orgId: found.orgId,
    itemCode: found.itemCode,
    people: subject.people,
    at: subject.at,
    ...wording(rule, { it: subject.facts, case: whole }),
    evidence: subject.evidence.map((seq) => ({ caseId: found.caseId, seq })),
    facts: subject.facts,
  };
}

function common({ id, version, kind, light }: WatchRule) {
  return { ruleId: id, ruleVersion: version, kind, light };
}

type Scope = Readonly<Record<string, Facts>>;

/** Only true is a hit: what is absent is null in FEEL, and null accuses nobody. */
function holds(rule: WatchRule, scope: Scope, evaluate: WatchEvaluate): boolean {
  return evaluate(rule.when, { ...scope, p: rule.parameters ?? {} }) === true;
}

function isInScope({ scope }: WatchRule, found: CaseFacts, isWithin: IsWithin): boolean {
  if (scope === undefined) return true;
  const { items, orgs, lifecycles } = scope;
  if (items !== undefined && !items.includes(found.itemCode)) return false;
  if (lifecycles !== undefined && !lifecycles.includes(found.lifecycle)) return false;
  return orgs === undefined || orgs.some((above) => isWithin(found.orgId, above));
}

/** An item's month belongs to no organisation, any other group to no item (check-watch-rule). */
function isGroupInScope(
  { scope = {} }: WatchRule,
  { orgId, itemCode }: Group,
  isWithin: IsWithin,
): boolean {
  const { items, orgs } = scope;
  if (items !== undefined && (itemCode === undefined || !items.includes(itemCode))) return false;
  return (
    orgs === undefined || (orgId !== undefined && orgs.some((above) => isWithin(orgId, above)))
  );
}

function wording(rule: WatchRule, scope: Scope): { says: string; saysEn?: string } {
  const values = { ...scope, p: rule.parameters ?? {} };
  const says = written(rule.says, values);
  return rule.saysEn === undefined ? { says } : { says, saysEn: written(rule.saysEn, values) };
}

const PLACE = /\{(it|case|all|p)\.(\w+)\}/g;

function written(text: string, scope: Scope): string {
  return text.replace(PLACE, (_place, of: string, name: string) => {
    const value = scope[of]?.[name];
    return value === undefined || value === null ? '—' : shown(name, value);
  });
}

/** A share as a percentage, money in yuan, an hour as clocks show it: as people say it. */
function shown(name: string, value: FactValue): string {
  if (typeof value !== 'number') return String(value);
  if (/^hour$|Hour$/.test(name)) return clockTime(value);
  if (/Share(Mean|Spread|Median)?$/.test(name)) return `${rounded(value * 100)}%`;
  return name.endsWith('Fen') ? (value / 100).toFixed(2) : rounded(value);
}

/** 1.92 hours after midnight as 01:55. */
function clockTime(hours: number): string {
  const minutes = Math.round(hours * 60);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function rounded(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** The places in a sentence, for the check of a rule: `it.days`. */
export function placesIn(text: string): string[] {
  return [...text.matchAll(PLACE)].map(([, of, name]) => `${of}.${name}`);
}
