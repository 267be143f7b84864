/**
 * Return 退回: send back for change. The target's subtree of consequences is reset: everything that
 * comes after it in any sequence around it. What ran beside it in another branch stays, unless it
 * comes after the target (the target lies before the split): then it is cancelled, with its cause.
 */
import type { FlowDefinition, FlowNode, StepNode } from './definition.ts';
import { enterNode } from './advance.ts';
import type { Marking } from './marking.ts';
import { closeTasks } from './settle.ts';
import { consequencesOf, placeOf, stepOf, stepsOf } from './tree.ts';
import type { Walk } from './walk.ts';

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

export function returnToStep(
  walk: Walk,
  fromStep: string,
  toStep: string,
  then: 'walk-again' | 'straight-back',
  reason: string,
): void {
  const { nodes } = walk.marking();
  const touched =
    then === 'straight-back'
      ? leftBehind(walk.flow, fromStep, toStep)
      : consequencesOf(walk.flow, toStep);
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
    resetNodes: [...ids].filter((id) => nodes[id] !== undefined),
    reopenedNodes: placeOf(walk.flow, toStep).ancestors.map((a) => a.id),
  });
  enterNode(walk, stepOf(walk.flow, toStep));
}

/** The step that returns, with what is open around it only for its sake. */
function leftBehind(flow: FlowDefinition, fromStep: string, toStep: string): FlowNode[] {
  const kept = placeOf(flow, toStep).ancestors;
  const { ancestors, node } = placeOf(flow, fromStep);
  return [...ancestors.filter((a) => !kept.includes(a)), node];
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
