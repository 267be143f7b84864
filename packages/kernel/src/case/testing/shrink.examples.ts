/** From a long run that breaks a law to few acts on a small flow that break the same one. */
import { lintFlow, type FlowDefinition, type FlowNode } from '../../flow/index.ts';
import { Coverage } from './coverage.examples.ts';
import { Breach, runOnce, type Plan } from './long-run.examples.ts';

/** How a plan breaks a law; `undefined` when it keeps them all. */
export function breachOf(plan: Plan): Breach | undefined {
  try {
    runOnce(plan, new Coverage());
    return undefined;
  } catch (error) {
    if (error instanceof Breach) return error;
    throw error;
  }
}

/**
 * Leaves out acts, then parts of the flow, then acts again, as long as the same law is broken.
 * `undefined` when the plan breaks none.
 */
export function shrunk(plan: Plan): Breach | undefined {
  const first = breachOf(plan);
  if (first === undefined) return undefined;
  let best = fewerActs({ plan, breach: first });
  for (let smaller = lessFlow(best); smaller !== undefined; smaller = lessFlow(best)) {
    best = fewerActs(smaller);
  }
  return best.breach;
}

interface Broken {
  readonly plan: Plan;
  readonly breach: Breach;
}

function fewerActs(broken: Broken): Broken {
  let best = broken;
  for (let size = Math.ceil(best.plan.seeds.length / 2); size >= 1; size = next(size)) {
    for (let from = 0; from < best.plan.seeds.length;) {
      const { seeds } = best.plan;
      const fewer = [...seeds.slice(0, from), ...seeds.slice(from + size)];
      const found = still(best, { ...best.plan, seeds: fewer });
      if (found === undefined) from += size;
      else best = found;
    }
  }
  return best;
}

function next(size: number): number {
  return size === 1 ? 0 : Math.floor(size / 2);
}

function still({ breach }: Broken, plan: Plan): Broken | undefined {
  const found = breachOf(plan);
  return found?.law === breach.law ? { plan, breach: found } : undefined;
}

function lessFlow(broken: Broken): Broken | undefined {
  const { flow, start } = broken.plan;
  const lifecycle = start === 'internal' ? ({ lifecycle: 'internal' } as const) : {};
  for (const main of smaller(flow.main)) {
    const less: FlowDefinition = { ...flow, main };
    if (lintFlow(less, lifecycle).length > 0) continue;
    const found = still(broken, { ...broken.plan, flow: less });
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The tree with one branch or child left out, a composite replaced by one, a policy dropped. */
function* smaller(node: FlowNode): Generator<FlowNode> {
  if (node.kind === 'sequence') {
    const { children } = node;
    for (const [i, child] of children.entries()) {
      if (children.length > 1) yield { ...node, children: children.filter((c) => c !== child) };
      for (const less of smaller(child)) yield { ...node, children: children.with(i, less) };
    }
  }
  if (node.kind === 'choice' || node.kind === 'parallel') {
    const { branches } = node;
    for (const branch of branches) yield branch.node;
    for (const [i, branch] of branches.entries()) {
      if (branches.length > 2) yield { ...node, branches: branches.filter((b) => b !== branch) };
      for (const less of smaller(branch.node)) {
        yield { ...node, branches: branches.with(i, { ...branch, node: less }) };
      }
    }
  }
  if (node.kind === 'step' && node.policies !== undefined) {
    const { policies: _policies, ...plain } = node;
    yield plain;
  }
}
