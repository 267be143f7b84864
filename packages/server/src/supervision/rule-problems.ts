import {
  checkShape,
  checkWatchRule,
  packProblemText,
  WatchRuleSchema,
  type PackProblem,
  type WatchRuleFile,
} from '../catalogue/index.ts';
import type { Language } from '../platform/refusal.ts';

export interface RuleProblem {
  /** JSON pointer within the rule, such as `/when`. */
  readonly place: string;
  readonly text: string;
}

/** What is wrong with a rule as it stands, in words: as it would be of one in a pack. */
export function ruleProblems(rule: WatchRuleFile, language: Language): RuleProblem[] {
  const problems: PackProblem[] = [];
  const add = (element: string, code: PackProblem['code'], params: PackProblem['params']): void => {
    problems.push({ file: 'rule', line: 1, element, code, params });
  };
  for (const { pointer, code, params } of checkShape(WatchRuleSchema, rule)) {
    add(pointer, code, params);
  }
  if (problems.length === 0) {
    checkWatchRule(rule, (pointer, code, params) => add(pointer, code, params ?? {}));
  }
  return problems.map((problem) => ({
    place: problem.element,
    text: packProblemText(problem, language),
  }));
}
