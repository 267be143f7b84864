import type { FlowDefinition, FlowNode, StepNode } from './definition.ts';

export interface Place {
  readonly node: FlowNode;
  /** Absent for a root. */
  readonly parent?: FlowNode;
  /** Root first, the node itself excluded. */
  readonly ancestors: readonly FlowNode[];
}

export type FlowIndex = ReadonlyMap<string, Place>;

const indexes = new WeakMap<FlowDefinition, FlowIndex>();

/** Where every node sits. Kept per definition object: a definition is never changed in place. */
export function indexFlow(flow: FlowDefinition): FlowIndex {
  const known = indexes.get(flow);
  if (known !== undefined) return known;
  const index = new Map<string, Place>();
  const visit = (node: FlowNode, ancestors: readonly FlowNode[]): void => {
    const parent = ancestors.at(-1);
    index.set(node.id, parent === undefined ? { node, ancestors } : { node, parent, ancestors });
    for (const child of childrenOf(node)) visit(child, [...ancestors, node]);
  };
  visit(flow.main, []);
  if (flow.denied !== undefined) visit(flow.denied, []);
  indexes.set(flow, index);
  return index;
}

export function childrenOf(node: FlowNode): readonly FlowNode[] {
  if (node.kind === 'sequence') return node.children;
  if (node.kind === 'choice' || node.kind === 'parallel') return node.branches.map((b) => b.node);
  return [];
}

/** The node and all below it. */
export function subtree(node: FlowNode): FlowNode[] {
  return [node, ...childrenOf(node).flatMap(subtree)];
}

export function placeOf(flow: FlowDefinition, nodeId: string): Place {
  const place = indexFlow(flow).get(nodeId);
  if (place === undefined) throw new Error(`flow has no node ${nodeId}`);
  return place;
}

export function stepOf(flow: FlowDefinition, stepId: string): StepNode {
  const { node } = placeOf(flow, stepId);
  if (node.kind !== 'step') throw new Error(`node ${stepId} is not a step`);
  return node;
}

const consequences = new WeakMap<FlowDefinition, Map<string, readonly FlowNode[]>>();

/**
 * Everything that comes after a node in the sequences around it, with all that lies below. Kept
 * per definition, as the index is: the buttons of one page ask for it for every earlier step.
 */
export function consequencesOf(flow: FlowDefinition, nodeId: string): readonly FlowNode[] {
  const ofFlow = consequences.get(flow) ?? new Map<string, readonly FlowNode[]>();
  consequences.set(flow, ofFlow);
  const known = ofFlow.get(nodeId);
  if (known !== undefined) return known;
  const { ancestors, node } = placeOf(flow, nodeId);
  const path = [...ancestors, node];
  const found = ancestors.flatMap((ancestor, depth) => {
    if (ancestor.kind !== 'sequence') return [];
    const child = path[depth + 1];
    const from = ancestor.children.findIndex((c) => c === child) + 1;
    return ancestor.children.slice(from).flatMap(subtree);
  });
  ofFlow.set(nodeId, found);
  return found;
}

/** All steps in the order in which they are drawn. */
export function stepsOf(flow: FlowDefinition): StepNode[] {
  const roots = flow.denied === undefined ? [flow.main] : [flow.main, flow.denied];
  return roots.flatMap(subtree).filter((node) => node.kind === 'step');
}
