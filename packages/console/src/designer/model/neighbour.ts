/** Where the arrow keys go in the drawn tree: what stands above, below, and in sister branches. */
import type { FlowDefinition, FlowNode } from '@yichuang/kernel/flow';
import { inLane, isSplit, locate, nodesOf, type Lane, type SplitNode } from './lane.ts';

/** What can be chosen on the canvas: a node, or the head of a branch with its condition. */
export type Chosen =
  | { readonly kind: 'node'; readonly nodeId: string }
  | { readonly kind: 'branch'; readonly splitId: string; readonly branchId: string };

export type Direction = 'up' | 'down' | 'left' | 'right';

export function chosenKey(chosen: Chosen): string {
  return chosen.kind === 'node'
    ? `node ${chosen.nodeId}`
    : `branch ${chosen.splitId} ${chosen.branchId}`;
}

/** Whether the flow still has it: an undo may have taken it away. */
export function isThere(flow: FlowDefinition, chosen: Chosen): boolean {
  if (chosen.kind === 'node') return locate(flow, chosen.nodeId) !== undefined;
  const split = locate(flow, chosen.splitId)?.node;
  return (
    split !== undefined && isSplit(split) && split.branches.some(({ id }) => id === chosen.branchId)
  );
}

/** Undefined at the edge of the tree. */
export function neighbour(
  flow: FlowDefinition,
  from: Chosen,
  direction: Direction,
): Chosen | undefined {
  switch (direction) {
    case 'down':
      return below(flow, from);
    case 'up':
      return above(flow, from);
    case 'left':
      return beside(flow, from, -1);
    case 'right':
      return beside(flow, from, 1);
  }
}

function below(flow: FlowDefinition, from: Chosen): Chosen | undefined {
  if (from.kind === 'branch') {
    const lane: Lane = { ...from };
    const first = nodesOf(flow, lane)?.[0];
    return first === undefined ? after(flow, from.splitId) : asNode(first);
  }
  const node = locate(flow, from.nodeId)?.node;
  if (node === undefined) return undefined;
  if (isSplit(node)) return headOf(node, 0);
  const first = node.kind === 'sequence' ? node.children[0] : undefined;
  return first === undefined ? after(flow, node.id) : asNode(first);
}

/** What comes after the node in its lane, or after what its lane belongs to. */
function after(flow: FlowDefinition, nodeId: string): Chosen | undefined {
  const found = locate(flow, nodeId);
  if (found === undefined) return undefined;
  const next = nodesOf(flow, found.lane)?.[found.at + 1];
  if (next !== undefined) return asNode(next);
  if (found.lane.kind === 'trunk') return undefined;
  return after(flow, found.lane.kind === 'branch' ? found.lane.splitId : found.lane.nodeId);
}

function above(flow: FlowDefinition, from: Chosen): Chosen | undefined {
  if (from.kind === 'branch') return { kind: 'node', nodeId: from.splitId };
  const found = locate(flow, from.nodeId);
  if (found === undefined) return undefined;
  const before = nodesOf(flow, found.lane)?.[found.at - 1];
  if (before !== undefined) return asNode(before);
  const { lane } = found;
  if (lane.kind === 'trunk') return undefined;
  return lane.kind === 'branch' ? lane : { kind: 'node', nodeId: lane.nodeId };
}

function beside(flow: FlowDefinition, from: Chosen, by: -1 | 1): Chosen | undefined {
  const branch = from.kind === 'branch' ? from : branchAround(flow, from.nodeId);
  if (branch === undefined) return undefined;
  const split = locate(flow, branch.splitId)?.node;
  if (split === undefined || !isSplit(split)) return undefined;
  const at = split.branches.findIndex(({ id }) => id === branch.branchId);
  return headOf(split, at + by);
}

function branchAround(
  flow: FlowDefinition,
  nodeId: string,
): Extract<Chosen, { readonly kind: 'branch' }> | undefined {
  const lane = locate(flow, nodeId)?.lane;
  if (lane === undefined || lane.kind === 'trunk') return undefined;
  return lane.kind === 'branch' ? lane : branchAround(flow, lane.nodeId);
}

function headOf(split: SplitNode, at: number): Chosen | undefined {
  const branch = split.branches[at];
  return branch && { kind: 'branch', splitId: split.id, branchId: branch.id };
}

function asNode(node: FlowNode): Chosen {
  return { kind: 'node', nodeId: node.id };
}

/** Everything that can be chosen, in the order in which it is drawn. */
export function inOrder(flow: FlowDefinition): Chosen[] {
  const under = (nodes: readonly FlowNode[]): Chosen[] =>
    nodes.flatMap((node) => {
      if (node.kind === 'sequence') return [asNode(node), ...under(node.children)];
      if (!isSplit(node)) return [asNode(node)];
      const branches = node.branches.flatMap((branch, at) => {
        const head = headOf(node, at);
        return head === undefined ? [] : [head, ...under(inLane(branch.node))];
      });
      return [asNode(node), ...branches];
    });
  return [...under(inLane(flow.main)), ...(flow.denied ? under(inLane(flow.denied)) : [])];
}
