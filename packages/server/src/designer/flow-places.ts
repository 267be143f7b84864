import type { FlowDefinition, FlowNode } from '@yichuang/kernel/flow';

/** Where a node stands, as people see it: in which way, after what. */
export interface FlowPlace {
  readonly node: FlowNode;
  /** `main`, `denied`, or the branch that it is in. */
  readonly within: string;
  /** `main`, `denied`, or the names of the split and of its branch. */
  readonly withinName: 'main' | 'denied' | readonly [split: string, branch: string];
  /** The node before it in the same way; absent: it is the first. */
  readonly after?: FlowNode;
}

/** Every node but the sequences, which only hold others together; in the order as drawn. */
export function flowPlaces(flow: FlowDefinition): FlowPlace[] {
  const places: FlowPlace[] = [];
  const visit = (
    roots: readonly FlowNode[],
    within: string,
    withinName: FlowPlace['withinName'],
  ): void => {
    const nodes = roots.flatMap(flat);
    for (const [i, node] of nodes.entries()) {
      const after = nodes[i - 1];
      places.push({ node, within, withinName, ...(after !== undefined && { after }) });
      if (node.kind !== 'choice' && node.kind !== 'parallel') continue;
      for (const branch of node.branches) {
        visit([branch.node], `${node.id}/${branch.id}`, [node.name, branch.node.name]);
      }
    }
  };
  visit([flow.main], 'main', 'main');
  if (flow.denied !== undefined) visit([flow.denied], 'denied', 'denied');
  return places;
}

function flat(node: FlowNode): FlowNode[] {
  return node.kind === 'sequence' ? node.children.flatMap(flat) : [node];
}
