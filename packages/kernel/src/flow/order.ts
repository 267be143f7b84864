/** What a flow promises about order, whatever branches its cases take. */
import type { FlowDefinition, FlowNode } from './definition.ts';
import { consequencesOf, placeOf } from './tree.ts';

/** Whether a node that `holds` is passed on every way through this one. */
export function isSurelyIn(node: FlowNode, holds: (node: FlowNode) => boolean): boolean {
  if (holds(node)) return true;
  switch (node.kind) {
    case 'sequence':
      return node.children.some((child) => isSurelyIn(child, holds));
    case 'choice':
      return node.branches.every((branch) => isSurelyIn(branch.node, holds));
    case 'parallel':
      return node.branches.some((b) => b.when === undefined && isSurelyIn(b.node, holds));
    case 'step':
    case 'subcases':
    case 'automatic':
    case 'wait':
      return false;
  }
}

/** Whether a node that `holds` is finished, on every way, before this one is entered. */
export function isSurelyBefore(
  flow: FlowDefinition,
  nodeId: string,
  holds: (node: FlowNode) => boolean,
): boolean {
  const { ancestors, node } = placeOf(flow, nodeId);
  const path = [...ancestors, node];
  return ancestors.some((ancestor, depth) => {
    if (ancestor.kind !== 'sequence') return false;
    const here = ancestor.children.findIndex((child) => child === path[depth + 1]);
    return ancestor.children.slice(0, here).some((child) => isSurelyIn(child, holds));
  });
}

/** Whether a node that `holds` is finished, on some way, before this one is entered. */
export function isMaybeBefore(
  flow: FlowDefinition,
  nodes: readonly FlowNode[],
  nodeId: string,
  holds: (node: FlowNode) => boolean,
): boolean {
  return nodes
    .filter(holds)
    .some((node) => consequencesOf(flow, node.id).some(({ id }) => id === nodeId));
}
