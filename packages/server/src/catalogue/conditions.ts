/** FEEL conditions of flows and fees, over the fields of a form. */
import { evaluate, isFunction, parseExpression } from 'feelin';
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

/** The value over these scopes, in the order of the names that it was compiled for. */
export type CompiledCondition = (...scopes: readonly unknown[]) => unknown;

/**
 * A condition that is asked many times, parsed once: as the body of a FEEL function of its scopes.
 * Parsing took 99 hundredths of the time; the answers are those of {@link evaluateOver}.
 *
 * @throws Error for a condition that does not parse, loops, or has a pattern
 */
export function compileCondition(condition: string, names: readonly string[]): CompiledCondition {
  if (!parseCondition(condition).parses) throw new Error(`this does not parse: ${condition}`);
  const { value, warnings } = evaluate(`function(${names.join(', ')}) ${condition}`, {});
  if (!isFunction(value)) throw new Error(`this is more than a condition: ${condition}`);
  return (...scopes) => {
    const result: unknown = value.invoke(scopes);
    // Kept by the parsed function as long as it lives; each call over absent values adds to it.
    warnings.length = 0;
    return result;
  };
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

export interface ReadMembers {
  readonly parses: boolean;
  /** What it reads of what is in scope: `it.days`. */
  readonly members: readonly string[];
  /** What it names otherwise, functions that it calls left out: nothing of this kind exists. */
  readonly others: readonly string[];
}

/** Of a condition over things with fields, each read as `thing.field` and no deeper. */
export function membersOf(expression: string): ReadMembers {
  const members = new Set<string>();
  const { parses, names } = readsOf(expression);
  parseExpression(expression, {}, undefined).iterate({
    enter({ name, from, to }) {
      if (name !== 'PathExpression') return true;
      members.add(expression.slice(from, to).replaceAll(/\s/g, ''));
      return false;
    },
  });
  const things = new Set([...members].map((member) => member.split('.')[0] ?? ''));
  return { parses, members: [...members], others: names.filter((name) => !things.has(name)) };
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
