/** FEEL conditions of flows and fees, over the fields of a form. */
import { evaluate, parseExpression } from 'feelin';
import type { ConditionData } from '@yichuang/kernel/case';

/** What the condition gives; a condition over an absent field gives null, which holds nowhere. */
export function evaluateCondition(condition: string, data: ConditionData): unknown {
  return evaluate(condition, { ...data }).value;
}

/** The value of an expression over whatever is in scope; null where something is missing. */
export function evaluateOver(
  expression: string,
  scope: Readonly<Record<string, unknown>>,
): unknown {
  return evaluate(expression, { ...scope }).value;
}

export interface ParsedCondition {
  readonly parses: boolean;
  /** Names of the fields it reads. */
  readonly names: readonly string[];
}

export function parseCondition(condition: string): ParsedCondition {
  const names = new Set<string>();
  let parses = true;
  const tree = parseExpression(condition, {}, undefined);
  tree.iterate({
    enter(node) {
      if (node.type.isError) parses = false;
      if (node.name === 'VariableName') names.add(condition.slice(node.from, node.to));
    },
  });
  return { parses, names: [...names] };
}

/** What an expression reads by name: no functions that it calls, no members of what it reads. */
export function readsOf(expression: string): ParsedCondition {
  const names = new Set<string>();
  let parses = true;
  parseExpression(expression, {}, undefined).iterate({
    enter({ type, name, from, to }) {
      if (type.isError) parses = false;
      if (name !== 'VariableName') return;
      const isMember = expression[from - 1] === '.';
      const isCalled = expression.slice(to).trimStart().startsWith('(');
      if (!isMember && !isCalled) names.add(expression.slice(from, to));
    },
  });
  return { parses, names: [...names] };
}
