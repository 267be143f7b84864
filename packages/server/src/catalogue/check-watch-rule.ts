/** What is wrong with a rule beside its shape: what it reads must exist, or it never hits. */
import { factNames, isGroupSubject, placesIn, type WatchSubject } from '@yichuang/kernel/watch';
import { membersOf } from './conditions.ts';
import type { Report } from './read-pack.ts';
import type { WatchRuleFile } from './watch-rule-schema.ts';

/** @param report called with JSON pointers within the rule */
export function checkWatchRule(rule: WatchRuleFile, report: Report): void {
  const { parses, members, others } = membersOf(rule.when);
  if (!parses) report('/when', 'condition-does-not-parse', { condition: rule.when });
  for (const name of others) report('/when', 'rule-names-unknown-fact', { name, each: rule.each });
  const read = new Set<string>();
  const check = (pointer: string, names: readonly string[]): void => {
    for (const name of names) {
      read.add(name);
      if (isParameter(name) && !isOwn(rule, name)) {
        report(pointer, 'rule-names-unknown-parameter', { name: name.slice(2) });
      } else if (!isParameter(name) && !isFactOf(rule.each, name)) {
        report(pointer, 'rule-names-unknown-fact', { name, each: rule.each });
      }
    }
  };
  check('/when', members);
  check('/says', placesIn(rule.says));
  check('/saysEn', placesIn(rule.saysEn ?? ''));
  for (const part of unfitScope(rule))
    report(`/scope/${part}`, 'rule-scope-does-not-fit', { part });
  for (const [name, { value, minimum, maximum }] of Object.entries(rule.parameters ?? {})) {
    const pointer = `/parameters/${name}`;
    if (!read.has(`p.${name}`)) report(pointer, 'rule-parameter-never-read', { name });
    if (value < (minimum ?? -Infinity) || value > (maximum ?? Infinity)) {
      const range = `${minimum ?? ''}…${maximum ?? ''}`;
      report(`${pointer}/value`, 'number-out-of-range', { range });
    }
  }
}

/** What groups are of: an item's month is of no organisation, all others are of no one item. */
const GROUP_SCOPES: readonly string[] = ['orgs'];
const ITEM_SCOPES: readonly string[] = ['items'];

/** By what the scope of a rule over such a subject may be drawn. */
export function scopesFor(each: string): readonly string[] {
  if (!isSubject(each)) return [];
  if (each === 'item-month') return ITEM_SCOPES;
  return isGroupSubject(each) ? GROUP_SCOPES : ['lifecycles', 'orgs', 'items'];
}

/** A scope that is never asked would look like one that is. */
function unfitScope({ each, scope = {} }: WatchRuleFile): string[] {
  return Object.keys(scope).filter((part) => !scopesFor(each).includes(part));
}

function isParameter(name: string): boolean {
  return name.startsWith('p.');
}

function isOwn({ parameters }: WatchRuleFile, name: string): boolean {
  return Object.hasOwn(parameters ?? {}, name.slice(2));
}

/** Every name that a condition over such a subject may read. */
export function namesFor(each: string): readonly string[] {
  if (!isSubject(each)) return [];
  const own = factNames[each].map((name) => `it.${name}`);
  if (!isGroupSubject(each)) {
    return each === 'case' ? own : [...own, ...factNames.case.map((name) => `case.${name}`)];
  }
  const overall = factNames[each].flatMap((name) => OVERALL.map((end) => `all.${name}${end}`));
  return [...own, 'all.groups', ...overall];
}

function isSubject(each: string): each is WatchSubject {
  return Object.hasOwn(factNames, each);
}

/** `it.days`, `case.org`, `all.refusedShareMean`: of what there is for this kind of subject. */
function isFactOf(each: WatchSubject, name: string): boolean {
  const [of = '', fact = ''] = name.split('.');
  const own: readonly string[] = factNames[each];
  if (of === 'it') return own.includes(fact);
  if (of === 'case') return !isGroupSubject(each) && isName(factNames.case, fact);
  if (of !== 'all' || !isGroupSubject(each)) return false;
  return fact === 'groups' || own.some((name) => OVERALL.some((end) => fact === name + end));
}

const OVERALL = ['Mean', 'Spread', 'Median'] as const;

function isName(names: readonly string[], name: string): boolean {
  return names.includes(name);
}
