/**
 * Where a node can stand. A lane is a list of nodes one below the other: the trunk of a tree, one
 * branch of a split, or a sequence inside another. A branch holds a single node or a sequence; both
 * are lanes of one or more, so that the designer knows one kind of place only.
 */
import type { Branch, FlowDefinition, FlowNode, SequenceNode } from '@yichuang/kernel/flow';

export type SplitNode = Extract<FlowNode, { readonly kind: 'choice' | 'parallel' }>;
export type TreeName = 'main' | 'denied';

export type Lane =
  | { readonly kind: 'trunk'; readonly tree: TreeName }
  | { readonly kind: 'branch'; readonly splitId: string; readonly branchId: string }
  | { readonly kind: 'group'; readonly nodeId: string };

/** A gap in a lane: before the node at this index, or after the last. */
export interface Spot {
  readonly lane: Lane;
  readonly at: number;
}

export interface Located {
  readonly node: FlowNode;
  readonly lane: Lane;
  readonly at: number;
}

export const TRUNK: Lane = { kind: 'trunk', tree: 'main' };

export function isSplit(node: FlowNode): node is SplitNode {
  return node.kind === 'choice' || node.kind === 'parallel';
}

export function laneKey(lane: Lane): string {
  if (lane.kind === 'trunk') return `trunk ${lane.tree}`;
  if (lane.kind === 'group') return `group ${lane.nodeId}`;
  return `branch ${lane.splitId} ${lane.branchId}`;
}

/** The nodes of a branch or a trunk, one below the other. */
export function inLane(root: FlowNode): readonly FlowNode[] {
  return root.kind === 'sequence' ? root.children : [root];
}

/** Undefined when the flow has no such lane. */
export function nodesOf(flow: FlowDefinition, lane: Lane): readonly FlowNode[] | undefined {
  if (lane.kind === 'trunk') {
    const root = flow[lane.tree];
    return root === undefined ? undefined : inLane(root);
  }
  if (lane.kind === 'group') {
    const found = locate(flow, lane.nodeId)?.node;
    return found?.kind === 'sequence' ? found.children : undefined;
  }
  const branch = findBranch(flow, lane.splitId, lane.branchId);
  return branch === undefined ? undefined : inLane(branch.node);
}

export function findBranch(
  flow: FlowDefinition,
  splitId: string,
  branchId: string,
): Branch | undefined {
  const split = locate(flow, splitId)?.node;
  if (split === undefined || !isSplit(split)) return undefined;
  return split.branches.find(({ id }) => id === branchId);
}

/** Every lane with its nodes, outermost first, in the order in which they are drawn. */
export function lanes(flow: FlowDefinition): { lane: Lane; nodes: readonly FlowNode[] }[] {
  const under = (lane: Lane, nodes: readonly FlowNode[]): ReturnType<typeof lanes> => [
    { lane, nodes },
    ...nodes.flatMap((node) => {
      if (node.kind === 'sequence') {
        return under({ kind: 'group', nodeId: node.id }, node.children);
      }
      if (!isSplit(node)) return [];
      return node.branches.flatMap((branch) =>
        under({ kind: 'branch', splitId: node.id, branchId: branch.id }, inLane(branch.node)),
      );
    }),
  ];
  const denied = flow.denied;
  return [
    ...under(TRUNK, inLane(flow.main)),
    ...(denied === undefined ? [] : under({ kind: 'trunk', tree: 'denied' }, inLane(denied))),
  ];
}

/** The sequences that only hold a trunk or a branch together are not nodes to anybody here. */
export function locate(flow: FlowDefinition, nodeId: string): Located | undefined {
  for (const { lane, nodes } of lanes(flow)) {
    const at = nodes.findIndex(({ id }) => id === nodeId);
    const node = nodes[at];
    if (node !== undefined) return { node, lane, at };
  }
  return undefined;
}

/** A copy of the flow in which the lane holds what `change` makes of its nodes. */
export function withLane(
  flow: FlowDefinition,
  lane: Lane,
  change: (nodes: readonly FlowNode[]) => readonly FlowNode[],
  sequenceId: () => string,
): FlowDefinition {
  const held = (root: FlowNode): FlowNode => hold(root, change(inLane(root)), sequenceId);
  if (lane.kind === 'trunk') {
    const root = flow[lane.tree];
    return root === undefined ? flow : { ...flow, [lane.tree]: held(root) };
  }
  if (lane.kind === 'group') {
    return withNode(flow, lane.nodeId, (node) =>
      node.kind === 'sequence' ? { ...node, children: change(node.children) } : node,
    );
  }
  return withNode(flow, lane.splitId, (node) =>
    isSplit(node)
      ? {
          ...node,
          branches: node.branches.map((branch) =>
            branch.id === lane.branchId ? { ...branch, node: held(branch.node) } : branch,
          ),
        }
      : node,
  );
}

/** A copy of the flow in which one node is what `change` makes of it. */
export function withNode(
  flow: FlowDefinition,
  nodeId: string,
  change: (node: FlowNode) => FlowNode,
): FlowDefinition {
  const walk = (node: FlowNode): FlowNode => {
    const next = node.id === nodeId ? change(node) : node;
    if (next.kind === 'sequence') return { ...next, children: next.children.map(walk) };
    if (!isSplit(next)) return next;
    return {
      ...next,
      branches: next.branches.map((branch) => ({ ...branch, node: walk(branch.node) })),
    };
  };
  const main = walk(flow.main);
  return flow.denied === undefined ? { main } : { main, denied: walk(flow.denied) };
}

/**
 * A branch of one node stays that node: running cases can only be moved to a version in which the
 * ways to their open steps are unchanged, so a sequence comes only when there is something to hold.
 */
function hold(root: FlowNode, nodes: readonly FlowNode[], sequenceId: () => string): FlowNode {
  if (root.kind === 'sequence') return { ...root, children: nodes };
  const [only] = nodes;
  if (nodes.length === 1 && only !== undefined) return only;
  const sequence: SequenceNode = {
    kind: 'sequence',
    id: sequenceId(),
    name: root.name,
    children: nodes,
  };
  return sequence;
}
