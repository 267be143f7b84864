/** FEEL conditions of flows and fees, over the fields of a form. */
import { evaluate, parseExpression } from 'feelin';
import type { ConditionData } from '@yichuang/kernel/case';

/** What the condition gives; a condition over an absent field gives null, which holds nowhere. */
export function evaluateCondition(condition: string, data: ConditionData): unknown {
  return evaluateOver(condition, data);
}

/** The value of an expression over whatever is in scope; null where something is missing. */
export function evaluateOver(
  expression: string,
  scope: Readonly<Record<string, unknown>>,
): unknown {
  return isQuick(expression) ? evaluate(expression, { ...scope }).value : null;
}

/**
 * What can take as long as its author likes: `some i in 1..1000000000 satisfies false` would stop
 * the office for everybody, and so would a pattern that tries every way.
 */
const SLOW_NODES: ReadonlySet<string> = new Set([
  'ForExpression',
  'QuantifiedExpression',
  'FilterExpression',
  'FunctionDefinition',
]);
const SLOW_FUNCTIONS: ReadonlySet<string> = new Set(['matches', 'replace', 'split']);

function isSlow(name: string, text: string): boolean {
  return SLOW_NODES.has(name) || (name === 'VariableName' && SLOW_FUNCTIONS.has(text));
}

const known = new Map<string, boolean>();
const MOST_KNOWN = 5_000;

/** Asked again before evaluating: what is tried out or comes from elsewhere was never published. */
function isQuick(expression: string): boolean {
  const before = known.get(expression);
  if (before !== undefined) return before;
  let isOne = true;
  parseExpression(expression, {}, undefined).iterate({
    enter({ name, from, to }) {
      if (isSlow(name, expression.slice(from, to))) isOne = false;
    },
  });
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(expression, isOne);
  return isOne;
}

export interface ParsedCondition {
  /** And is of the kind that is allowed: no loops, no patterns. */
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
      const text = condition.slice(node.from, node.to);
      if (node.type.isError || isSlow(node.name, text)) parses = false;
      if (node.name === 'VariableName') names.add(text);
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
      if (type.isError || isSlow(name, expression.slice(from, to))) parses = false;
      if (name !== 'VariableName') return;
      const isMember = expression[from - 1] === '.';
      const isCalled = expression.slice(to).trimStart().startsWith('(');
      if (!isMember && !isCalled) names.add(expression.slice(from, to));
    },
  });
  return { parses, names: [...names] };
}
