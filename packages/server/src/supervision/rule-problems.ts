import {
  checkShape,
  checkWatchRule,
  packProblemText,
  WatchRuleSchema,
  type PackProblem,
  type WatchRuleFile,
} from '../catalogue/index.ts';
import type { Language } from '../platform/refusal.ts';
import type { ScopeChoices } from './scope-choices.ts';

export interface RuleProblem {
  /** JSON pointer within the rule, such as `/when`. */
  readonly place: string;
  readonly text: string;
}

/** What is wrong with a rule as it stands, in words: as it would be of one in a pack. */
export function ruleProblems(
  rule: WatchRuleFile,
  choices: ScopeChoices,
  language: Language,
): RuleProblem[] {
  const problems: PackProblem[] = [];
  const add = (element: string, code: PackProblem['code'], params: PackProblem['params']): void => {
    problems.push({ file: 'rule', line: 1, element, code, params });
  };
  for (const { pointer, code, params } of checkShape(WatchRuleSchema, rule)) {
    add(pointer, code, params);
  }
  if (problems.length === 0) {
    checkWatchRule(rule, (pointer, code, params) => add(pointer, code, params ?? {}));
    for (const [pointer, name] of unknownInScope(rule, choices)) {
      add(pointer, 'rule-scope-unknown', { name });
    }
  }
  return problems.map((problem) => ({
    place: problem.element,
    text: packProblemText(problem, language),
  }));
}

/** What is limited to something that there is not would never hit, and look as if it watched. */
function unknownInScope({ scope = {} }: WatchRuleFile, { orgs, items }: ScopeChoices) {
  const strangeOrgs = (scope.orgs ?? []).filter((id) => !orgs.has(id));
  const strangeItems = (scope.items ?? []).filter((code) =>
    items.every((one) => one.code !== code),
  );
  return [
    ...strangeOrgs.map((name) => ['/scope/orgs', name] as const),
    ...strangeItems.map((name) => ['/scope/items', name] as const),
  ];
}
