/**
 * Return 退回: send back for change. The target's subtree of consequences is reset: everything that
 * comes after it in any sequence around it. What ran beside it in another branch stays, unless it
 * comes after the target (the target lies before the split): then it is cancelled, with its cause.
 */
import type { FlowDefinition, FlowNode, StepNode } from './definition.ts';
import { chooseBranch, closeTasks, enterNode, type Walk } from './advance.ts';
import type { Marking } from './marking.ts';
import { placeOf, stepOf, stepsOf, subtree } from './tree.ts';

/** Everything that comes after a node in the sequences around it, with all that lies below. */
export function consequencesOf(flow: FlowDefinition, nodeId: string): FlowNode[] {
  const { ancestors, node } = placeOf(flow, nodeId);
  const path = [...ancestors, node];
  return ancestors.flatMap((ancestor, depth) => {
    if (ancestor.kind !== 'sequence') return [];
    const child = path[depth + 1];
    const from = ancestor.children.findIndex((c) => c === child) + 1;
    return ancestor.children.slice(from).flatMap(subtree);
  });
}

/** Earlier steps that were completed and from which `fromStep` follows. */
export function returnTargets(
  flow: FlowDefinition,
  marking: Marking,
  fromStep: string,
): StepNode[] {
  return stepsOf(flow).filter(
    (step) =>
      marking.nodes[step.id]?.status === 'done' &&
      consequencesOf(flow, step.id).some((node) => node.id === fromStep),
  );
}

/** The way straight back is open while no split lies between and no choice would go elsewhere. */
export function canGoStraightBack(
  walk: Pick<Walk, 'flow' | 'marking' | 'holds'>,
  toStep: string,
  fromStep: string,
): boolean {
  const splits = (id: string): string =>
    placeOf(walk.flow, id)
      .ancestors.filter((a) => a.kind === 'parallel')
      .map((a) => a.id)
      .join('/');
  if (splits(toStep) !== splits(fromStep)) return false;
  return placeOf(walk.flow, fromStep)
    .ancestors.filter((a) => a.kind === 'choice')
    .every(
      (choice) => walk.marking().nodes[choice.id]?.branches?.[0] === chooseBranch(walk, choice).id,
    );
}

export function returnToStep(
  walk: Walk,
  fromStep: string,
  toStep: string,
  then: 'walk-again' | 'straight-back',
  reason: string,
): void {
  const marking = walk.marking();
  const from = stepOf(walk.flow, fromStep);
  const touched = then === 'straight-back' ? [from] : consequencesOf(walk.flow, toStep);
  const ids = new Set(touched.map((node) => node.id));
  const fromBranch = new Set(placeOf(walk.flow, fromStep).ancestors.map((a) => a.id));
  closeTasks(
    walk,
    (task) => ids.has(task.stepId),
    (stepId) =>
      isSister(walk.flow, stepId, fromStep, fromBranch) ? 'sister-branch-cancelled' : 'returned',
  );
  walk.emit({
    type: 'StepReturned',
    fromStep,
    toStep,
    then,
    reason,
    resetNodes: [...ids].filter(
      (id) => marking.nodes[id] !== undefined && marking.nodes[id].status !== 'reset',
    ),
    reopenedNodes: placeOf(walk.flow, toStep).ancestors.map((a) => a.id),
  });
  enterNode(walk, stepOf(walk.flow, toStep));
}

/** Beside the returning step: they share a split but not the branch. */
function isSister(
  flow: FlowDefinition,
  stepId: string,
  fromStep: string,
  fromAncestors: ReadonlySet<string>,
): boolean {
  if (stepId === fromStep) return false;
  return placeOf(flow, stepId).ancestors.some(
    (a) => a.kind === 'parallel' && fromAncestors.has(a.id),
  );
}
