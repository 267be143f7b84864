/**
 * Moving a running case to a newer version of its flow. It is possible when every place where the
 * case stands exists in the new flow at the same path, and what the law still asks of it still lies
 * ahead. What was walked before is history: the new flow need not know it.
 */
import type { FlowDefinition, FlowNode } from './definition.ts';
import { openNodes, straightBacksOf, type Marking } from './marking.ts';
import { isSurelyIn } from './order.ts';
import { consequencesOf, indexFlow, placeOf, type Place } from './tree.ts';

export interface RebaseProblem {
  readonly code: 'node-gone' | 'node-moved' | 'branch-changed' | 'no-decision' | 'decided-twice';
  readonly nodeId: string;
}

/** The first reason why the case cannot stand in the new flow as it stands in the old one. */
export function rebaseProblem(
  from: FlowDefinition,
  to: FlowDefinition,
  marking: Marking,
): RebaseProblem | undefined {
  const open = openNodes(marking);
  // The way straight back needs both its ends.
  const needed = [...open, ...straightBacksOf(marking).flatMap((back) => [back.after, back.to])];
  for (const nodeId of needed) {
    const problem = placeProblem(from, to, nodeId) ?? branchProblem(from, to, marking, nodeId);
    if (problem !== undefined) return { code: problem, nodeId };
  }
  return decisionProblem(from, to, marking, open);
}

function placeProblem(
  from: FlowDefinition,
  to: FlowDefinition,
  nodeId: string,
): RebaseProblem['code'] | undefined {
  const here = placeOf(from, nodeId);
  const there = indexFlow(to).get(nodeId);
  if (there === undefined) return 'node-gone';
  return pathOf(from, here) === pathOf(to, there) ? undefined : 'node-moved';
}

/** Which tree, which composites and branches, and what the node is. */
function pathOf(flow: FlowDefinition, { ancestors, node }: Place): string {
  const path = [...ancestors, node];
  const tree = path[0] === flow.denied ? 'denied' : 'main';
  const nodes = path.map((at, i) => {
    const next = path[i + 1];
    const branch =
      at.kind === 'choice' || at.kind === 'parallel'
        ? (at.branches.find((b) => b.node === next)?.id ?? '')
        : '';
    return [at.kind, at.id, detailOf(at), branch].join(' ');
  });
  return [tree, ...nodes].join('/');
}

function detailOf(node: FlowNode): string {
  switch (node.kind) {
    case 'step':
      // Signers who have been asked must be counted by the rule under which they were asked.
      return `${node.duty} ${JSON.stringify(node.agreement)}`;
    case 'wait':
      return node.until;
    case 'automatic':
      return node.does.action;
    case 'subcases':
      return node.parts.map((part) => `${part.id}=${part.itemCode}`).join();
    case 'sequence':
    case 'choice':
    case 'parallel':
      return '';
  }
}

/** An open split waits for its branches by their own nodes: those must be the same ones. */
function branchProblem(
  from: FlowDefinition,
  to: FlowDefinition,
  marking: Marking,
  nodeId: string,
): RebaseProblem['code'] | undefined {
  const old = placeOf(from, nodeId).node;
  const next = placeOf(to, nodeId).node;
  if (old.kind !== 'parallel' || next.kind !== 'parallel') return undefined;
  const taken = marking.nodes[nodeId]?.branches ?? [];
  const isSame = taken.every((id) => {
    const before = old.branches.find((branch) => branch.id === id)?.node.id;
    return next.branches.find((branch) => branch.id === id)?.node.id === before;
  });
  return isSame ? undefined : 'branch-changed';
}

const isDecision = (node: FlowNode): boolean => node.kind === 'step' && node.duty === 'decision';

/** Undecided, the decision must still come on every way; decided, none may come again. */
function decisionProblem(
  from: FlowDefinition,
  to: FlowDefinition,
  marking: Marking,
  open: readonly string[],
): RebaseProblem | undefined {
  const isDecided = [...indexFlow(from).values()].some(
    ({ node }) => isDecision(node) && marking.nodes[node.id]?.status === 'done',
  );
  const leaves = open.filter((id) => {
    const { kind } = placeOf(to, id).node;
    return kind === 'step' || kind === 'automatic' || kind === 'wait' || kind === 'subcases';
  });
  const [first] = leaves;
  if (first === undefined || !asksForDecision(from)) return undefined;
  if (isDecided) {
    const twice = leaves.find((id) => consequencesOf(to, id).some(isDecision));
    return twice === undefined ? undefined : { code: 'decided-twice', nodeId: twice };
  }
  const isAhead = leaves.some((id) => isDecision(placeOf(to, id).node) || isSurelyAfter(to, id));
  return isAhead ? undefined : { code: 'no-decision', nodeId: first };
}

function asksForDecision({ main }: FlowDefinition): boolean {
  return isSurelyIn(main, isDecision);
}

function isSurelyAfter(flow: FlowDefinition, nodeId: string): boolean {
  const { ancestors, node } = placeOf(flow, nodeId);
  const path = [...ancestors, node];
  return ancestors.some((ancestor, depth) => {
    if (ancestor.kind !== 'sequence') return false;
    const here = ancestor.children.findIndex((child) => child === path[depth + 1]);
    return ancestor.children.slice(here + 1).some((child) => isSurelyIn(child, isDecision));
  });
}
