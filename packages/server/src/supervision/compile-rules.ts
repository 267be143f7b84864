import {
  judgeCase,
  judgeGroups,
  type CaseFacts,
  type Group,
  type IsWithin,
  type WatchEvaluate,
  type WatchHit,
  type WatchRule,
} from '@yichuang/kernel/watch';
import { compileCondition, type CompiledCondition } from '../catalogue/index.ts';

export interface CompiledRules {
  readonly rules: readonly WatchRule[];
  /** What they find in one case; those over groups find nothing there. */
  evaluateCase(facts: CaseFacts): readonly WatchHit[];
  /** What they find in what many cases add up to. */
  evaluateGroups(groups: readonly Group[]): readonly WatchHit[];
}

/**
 * Rules ready to be asked of any number of cases, without a database. Each condition is parsed
 * once for the life of the process.
 *
 * @throws Error for a condition that does not parse; rules are checked before they are published
 */
export function compileRules(
  rules: readonly WatchRule[],
  isWithin: IsWithin = isBelow,
): CompiledRules {
  for (const { when } of rules) compiled(when);
  return {
    rules,
    evaluateCase: (facts) => judgeCase(rules, facts, evaluateOnce, isWithin),
    evaluateGroups: (groups) => judgeGroups(rules, groups, evaluateOnce, isWithin),
  };
}

/** Organisations are paths from the county down. */
function isBelow(orgId: string, above: string): boolean {
  return orgId === above || orgId.startsWith(`${above}/`);
}

const SCOPES = ['it', 'case', 'all', 'p'] as const;

const evaluateOnce: WatchEvaluate = (condition, scope) =>
  compiled(condition)(...SCOPES.map((name) => scope[name] ?? null));

const known = new Map<string, CompiledCondition>();
/** Drafts that are tried come and go; what is in force is compiled again at once. */
const MOST_KNOWN = 2_000;

function compiled(condition: string): CompiledCondition {
  const before = known.get(condition);
  if (before !== undefined) return before;
  const made = compileCondition(condition, SCOPES);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(condition, made);
  return made;
}
