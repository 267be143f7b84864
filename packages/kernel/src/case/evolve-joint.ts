/** Folds what happens to the parts of a joint case. */
import type { JointEvent, PartState, PartStatus, SubcasesState } from './joint.ts';
import type { CaseState } from './state.ts';

export function evolveJoint(state: CaseState, event: JointEvent): CaseState {
  switch (event.type) {
    case 'SubcasesOrdered': {
      const parts = event.parts.map(({ id, itemCode, isWaiting }): [string, PartState] => [
        id,
        { status: isWaiting ? 'waiting' : 'open', itemCode },
      ]);
      return withSplit(state, event.nodeId, {
        round: event.round,
        parts: Object.fromEntries(parts),
      });
    }
    case 'SubcasesReleased':
      return withParts(state, event.nodeId, event.partIds, () => ({ status: 'open' }));
    case 'SubcaseRecorded': {
      const { caseId, number } = event;
      return withParts(state, event.nodeId, [event.partId], () => ({ caseId, number }));
    }
    case 'SubcaseConcluded':
      return withParts(state, event.nodeId, [event.partId], () => ({ status: event.outcome }));
    case 'SubcasesCancelled': {
      const status: PartStatus = 'cancelled';
      return withParts(state, event.nodeId, event.partIds, () => ({ status }));
    }
  }
}

function withParts(
  state: CaseState,
  nodeId: string,
  partIds: readonly string[],
  change: () => Partial<PartState>,
): CaseState {
  const split = state.subcases[nodeId];
  if (split === undefined) throw new Error(`case ${state.caseId} has no parts at ${nodeId}`);
  const parts: Record<string, PartState> = { ...split.parts };
  for (const id of partIds) {
    const part = parts[id];
    if (part !== undefined) parts[id] = { ...part, ...change() };
  }
  return withSplit(state, nodeId, { ...split, parts });
}

function withSplit(state: CaseState, nodeId: string, split: SubcasesState): CaseState {
  return { ...state, subcases: { ...state.subcases, [nodeId]: split } };
}
