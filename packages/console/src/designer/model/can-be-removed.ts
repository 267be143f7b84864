import type { FlowDefinition } from '@yichuang/kernel/flow';
import { canRemove, canRemoveBranch, isFiling } from './edit-tree.ts';
import { locate } from './lane.ts';
import type { Chosen } from './neighbour.ts';

/** A flow keeps its filing and its last step, a choice its way for every other case. */
export function canBeRemoved(flow: FlowDefinition, chosen: Chosen): boolean {
  if (chosen.kind === 'branch') return canRemoveBranch(flow, chosen.splitId, chosen.branchId);
  const node = locate(flow, chosen.nodeId)?.node;
  return node !== undefined && !isFiling(node) && canRemove(flow, chosen.nodeId);
}
