/** The parts of a joint case in their order: which may begin, which wait, which are taken back. */
import type { ClosingCause, SubcasePart, SubcasesNode } from '../flow/index.ts';
import { placeOf } from '../flow/index.ts';
import type { ConditionData } from './commands.ts';
import { isLivePart, type PartState } from './joint.ts';
import type { Proceeding } from './proceeding.ts';
import { hasEnded, type CaseState } from './state.ts';

/** What conditions see: the form, and how the parts of the current rounds ended. */
export function conditionData(state: CaseState): ConditionData {
  const ended: Record<string, 'granted' | 'denied'> = {};
  for (const nodeId of Object.keys(state.subcases).sort()) {
    const status = state.marking.nodes[nodeId]?.status;
    if (status !== 'open' && status !== 'done') continue;
    for (const [id, part] of Object.entries(state.subcases[nodeId]?.parts ?? {})) {
      if (part.status === 'granted' || part.status === 'denied') ended[id] = part.status;
    }
  }
  return { ...state.form, parts: ended };
}

/**
 * Orders what can begin at once and lists what has to wait for it. A condition is looked at when
 * the turn of its part has come, so it may ask how the parts before it ended.
 */
export function orderParts(p: Proceeding, node: SubcasesNode, round: number): void {
  const parts = node.parts
    .filter((part) => isWaiting(part) || holds(p, part))
    .map((part) => ({ id: part.id, itemCode: part.itemCode, isWaiting: isWaiting(part) }));
  p.emit({ type: 'SubcasesOrdered', nodeId: node.id, round, parts });
  releaseParts(p, node);
}

export function isSplitOver(state: CaseState, nodeId: string): boolean {
  return !Object.values(state.subcases[nodeId]?.parts ?? {}).some(isLivePart);
}

/** Until nothing changes: a part whose condition fails frees those that waited for it. */
export function releaseParts(p: Proceeding, node: SubcasesNode): void {
  for (;;) {
    const parts = p.state().subcases[node.id]?.parts ?? {};
    const ready = node.parts.filter((part) => isReady(part, parts));
    if (ready.length === 0) return;
    const [released, dropped] = [true, false].map((is) =>
      ready.filter((part) => holds(p, part) === is).map(({ id }) => id),
    );
    if (released !== undefined && released.length > 0) {
      p.emit({ type: 'SubcasesReleased', nodeId: node.id, partIds: released });
    }
    if (dropped !== undefined && dropped.length > 0) cancel(p, node.id, dropped, 'skipped-by-rule');
  }
}

/**
 * What was ordered at a split that the case has left is taken back, with the cause. Derived after
 * each command, so that no act that moves a case can forget it.
 */
export function cancelLeftParts(p: Proceeding): void {
  const state = p.state();
  for (const nodeId of Object.keys(state.subcases).sort()) {
    if (state.marking.nodes[nodeId]?.status === 'open') continue;
    const live = Object.entries(state.subcases[nodeId]?.parts ?? {})
      .filter(([, part]) => isLivePart(part))
      .map(([id]) => id)
      .sort();
    if (live.length > 0) cancel(p, nodeId, live, causeOf(p, nodeId));
  }
}

function causeOf(p: Proceeding, nodeId: string): ClosingCause {
  if (hasEnded(p.state())) return 'case-ended';
  for (const { event } of p.events.toReversed()) {
    if (event.type === 'TaskRecalled') return 'recalled';
    if (event.type === 'FlowJumped') return 'jumped';
    if (event.type === 'FlowEnded') return 'case-ended';
    if (event.type !== 'StepReturned') continue;
    return isBeside(p, nodeId, event.fromStep) ? 'sister-branch-cancelled' : 'returned';
  }
  return 'case-ended';
}

/** They share a split but not the branch. */
function isBeside(p: Proceeding, nodeId: string, fromStep: string): boolean {
  const { flow } = p.context.item;
  if (flow === undefined) return false;
  const around = new Set(placeOf(flow, fromStep).ancestors);
  return placeOf(flow, nodeId).ancestors.some((a) => a.kind === 'parallel' && around.has(a));
}

function cancel(
  p: Proceeding,
  nodeId: string,
  partIds: readonly string[],
  cause: ClosingCause,
): void {
  p.emit({ type: 'SubcasesCancelled', nodeId, partIds, cause });
}

function isWaiting({ after = [] }: SubcasePart): boolean {
  return after.length > 0;
}

function isReady(
  { id, after = [] }: SubcasePart,
  parts: Readonly<Record<string, PartState>>,
): boolean {
  if (parts[id]?.status !== 'waiting') return false;
  return after.every((before) => {
    const part = parts[before];
    return part === undefined || !isLivePart(part);
  });
}

function holds(p: Proceeding, { when }: SubcasePart): boolean {
  return when === undefined || p.context.evaluate(when, conditionData(p.state())) === true;
}
