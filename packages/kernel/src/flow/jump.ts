/**
 * Jump 跳转: an administrator takes the case to any step, with a reason. What comes after the step is
 * reset, as by a return; what lies before it and was not done is `skipped`, for all to see; sister
 * branches that run beside it go on. A split that is entered by the jump is entered whole.
 *
 * Acts of law are not passed over: a jump past a decision, a payment or a certificate that is still
 * to come, or back before a decision that was made, is refused by {@link jumpProblem}.
 */
import type { FlowDefinition, FlowNode, StepNode } from './definition.ts';
import { enterNode } from './advance.ts';
import type { FlowEvent, Marking } from './marking.ts';
import { closeTasks } from './settle.ts';
import { childrenOf, consequencesOf, placeOf, stepsOf, subtree } from './tree.ts';
import type { Walk } from './walk.ts';
import { parallelBranches } from './ways.ts';

type JumpEvent = Extract<FlowEvent, { type: 'FlowJumped' }>;

/** Why the case cannot be taken there: the node that would be passed over or undone. */
export function jumpProblem(
  flow: FlowDefinition,
  marking: Marking,
  target: StepNode,
): FlowNode | undefined {
  const { ancestors } = placeOf(flow, target.id);
  const root = ancestors[0] ?? target;
  const isDeniedTree = root === flow.denied;
  // After a denial only its own tree is walked, and only then.
  if (isDeniedTree !== (marking.ended === 'rejected')) return root;
  const undone = [
    target,
    ...consequencesOf(flow, target.id),
    // A decision made on another way of a choice is as final as one that comes after.
    ...besideInChoices(flow, target, marking),
  ];
  const happened = undone.find((node) => {
    const status = marking.nodes[node.id]?.status;
    return isFinal(node) && (status === 'done' || (status === 'open' && node.kind !== 'step'));
  });
  return happened ?? skippedBy(flow, marking, target).find(isActOfLaw);
}

/** Steps to which the case may be taken now, in the order in which they are drawn. */
export function jumpTargets(flow: FlowDefinition, marking: Marking): StepNode[] {
  return stepsOf(flow).filter(
    (step) =>
      marking.nodes[step.id]?.status !== 'open' && jumpProblem(flow, marking, step) === undefined,
  );
}

export function jumpToStep(walk: Walk, target: StepNode, reason: string): void {
  const { flow } = walk;
  const before = walk.marking();
  const after = new Set([
    ...consequencesOf(flow, target.id),
    ...besideInChoices(flow, target, before),
  ]);
  const skipped = skippedBy(flow, before, target);
  const left = new Set([...after, ...skipped].map((node) => node.id));
  closeTasks(walk, (task) => left.has(task.stepId), 'jumped');
  const opened = openedAround(walk, target);
  walk.emit({
    type: 'FlowJumped',
    toStep: target.id,
    reason,
    resetNodes: [...after]
      .map(({ id }) => id)
      .filter((id) => before.nodes[id] !== undefined && before.nodes[id]?.status !== 'reset'),
    skippedNodes: skipped.map(({ id }) => id),
    openedNodes: opened,
  });
  enterNode(walk, target);
  enterSisters(walk, target, before);
}

/**
 * What the jump passes over: in every sequence around the target, what stands before it and is not
 * done. Of a split that was entered, only the branches that were taken.
 */
function skippedBy(flow: FlowDefinition, marking: Marking, target: StepNode): FlowNode[] {
  const { ancestors } = placeOf(flow, target.id);
  const path = [...ancestors, target];
  return ancestors.flatMap((ancestor, depth) => {
    if (ancestor.kind !== 'sequence') return [];
    const here = ancestor.children.findIndex((child) => child === path[depth + 1]);
    return ancestor.children.slice(0, here).flatMap((child) => undoneIn(child, marking));
  });
}

function undoneIn(node: FlowNode, marking: Marking): FlowNode[] {
  const state = marking.nodes[node.id];
  if (state?.status === 'done') return [];
  const inside =
    state?.status === 'open' && (node.kind === 'choice' || node.kind === 'parallel')
      ? node.branches.filter((b) => state.branches?.includes(b.id)).map((b) => b.node)
      : childrenOf(node);
  return [node, ...inside.flatMap((child) => undoneIn(child, marking))];
}

/** A choice around the target was decided otherwise: the branch that was taken is left. */
function besideInChoices(flow: FlowDefinition, target: StepNode, { nodes }: Marking): FlowNode[] {
  const { ancestors } = placeOf(flow, target.id);
  const path = new Set<FlowNode>([...ancestors, target]);
  return ancestors
    .filter((ancestor) => ancestor.kind === 'choice')
    .flatMap((choice) => childrenOf(choice).filter((child) => !path.has(child)))
    .flatMap(subtree)
    .filter((node) => nodes[node.id] !== undefined);
}

/** The composites around the target, root first, as they stand after the jump. */
function openedAround(walk: Walk, target: StepNode): JumpEvent['openedNodes'] {
  const { nodes } = walk.marking();
  const { ancestors } = placeOf(walk.flow, target.id);
  const path = [...ancestors, target];
  return ancestors.map((ancestor, depth) => {
    const state = nodes[ancestor.id];
    const isOpen = state?.status === 'open';
    const round = (state?.round ?? 0) + (isOpen ? 0 : 1);
    const branches = branchesAfter(walk, ancestor, path[depth + 1]);
    return { nodeId: ancestor.id, round, ...(branches === undefined ? {} : { branches }) };
  });
}

function branchesAfter(
  walk: Walk,
  node: FlowNode,
  child: FlowNode | undefined,
): readonly string[] | undefined {
  if (node.kind !== 'choice' && node.kind !== 'parallel') return undefined;
  const own = node.branches.filter((branch) => branch.node === child).map(({ id }) => id);
  if (node.kind === 'choice') return own;
  const state = walk.marking().nodes[node.id];
  const taken =
    state?.status === 'open' || state?.status === 'done'
      ? (state.branches ?? [])
      : parallelBranches(walk, node).map(({ id }) => id);
  return node.branches.map(({ id }) => id).filter((id) => taken.includes(id) || own.includes(id));
}

/** Branches of splits that only the jump has entered; in those that ran, sisters run on. */
function enterSisters(walk: Walk, target: StepNode, before: Marking): void {
  const { ancestors } = placeOf(walk.flow, target.id);
  const path = new Set<FlowNode>([...ancestors, target]);
  for (const split of ancestors.toReversed()) {
    if (split.kind !== 'parallel') continue;
    const status = before.nodes[split.id]?.status;
    if (status === 'open' || status === 'done') continue;
    const taken = walk.marking().nodes[split.id]?.branches ?? [];
    for (const branch of split.branches) {
      if (taken.includes(branch.id) && !path.has(branch.node)) enterNode(walk, branch.node);
    }
  }
}

/** What has happened in the world and cannot happen again: that needs revoking, not a jump. */
function isFinal(node: FlowNode): boolean {
  if (node.kind === 'step') return node.duty === 'decision' || node.duty === 'delivery';
  return node.kind === 'automatic' && node.does.action === 'issue-certificate';
}

function isActOfLaw(node: FlowNode): boolean {
  if (node.kind === 'step') return node.duty === 'decision' || node.duty === 'intake';
  if (node.kind === 'wait') return node.until === 'payment';
  if (node.kind !== 'automatic') return false;
  return node.does.action === 'assess-fee' || node.does.action === 'issue-certificate';
}
