/**
 * Walks the tree: what opens when a node is entered, what follows when one completes. Emits events
 * through the walk, which folds each at once, so every later decision sees the state it caused.
 */
import type { AutomaticNode, FlowDefinition, FlowNode, StepNode, WaitNode } from './definition.ts';
import { tally } from './agreement.ts';
import {
  inOrder,
  openNodes,
  straightBacksOf,
  tasksOfRound,
  type ClosingCause,
  type FlowEvent,
  type Marking,
  type StraightBack,
  type Verdict,
} from './marking.ts';
import { consequencesOf, placeOf, stepOf, subtree } from './tree.ts';

export interface Walk {
  readonly flow: FlowDefinition;
  marking(): Marking;
  emit(event: FlowEvent): void;
  /** Evaluates a FEEL condition over the case's data. */
  holds(condition: string): boolean;
  /** A step opened: its case starts the step's clock. */
  stepOpened(step: StepNode, round: number): void;
  /** Runs an automatic node or starts a wait; true when it is finished at once. */
  run(node: AutomaticNode | WaitNode, round: number): boolean;
  /** Orders subcases; true when there is none to wait for. */
  split(node: Extract<FlowNode, { kind: 'subcases' }>, round: number): boolean;
  /** The root completed. */
  finished(): void;
}

export function enterNode(walk: Walk, node: FlowNode): void {
  const round = (walk.marking().nodes[node.id]?.round ?? 0) + 1;
  switch (node.kind) {
    case 'step':
      return openStep(walk, node, round);
    case 'sequence': {
      walk.emit(entered(walk, node, round));
      const first = node.children[0];
      return first === undefined ? completeNode(walk, node) : enterNode(walk, first);
    }
    case 'choice':
    case 'parallel':
      return enterBranches(walk, node, round);
    case 'automatic':
    case 'wait':
      walk.emit({ type: 'NodeEntered', nodeId: node.id, round });
      if (walk.run(node, round)) completeNode(walk, node);
      return;
    case 'subcases':
      walk.emit({ type: 'NodeEntered', nodeId: node.id, round });
      if (walk.split(node, round)) completeNode(walk, node);
  }
}

function enterBranches(
  walk: Walk,
  node: Extract<FlowNode, { kind: 'choice' | 'parallel' }>,
  round: number,
): void {
  const taken = node.kind === 'choice' ? [chooseBranch(walk, node)] : parallelBranches(walk, node);
  const branches = taken.map((b) => b.id);
  walk.emit({ ...entered(walk, node, round), branches });
  if (taken.length === 0) return completeNode(walk, node);
  for (const branch of taken) enterNode(walk, branch.node);
}

/**
 * A composite begins anew: what an earlier activation left done inside it is reset, or a branch
 * that finishes at once would find its sister done already and the join would fire twice.
 */
function entered(
  walk: Walk,
  node: FlowNode,
  round: number,
): Extract<FlowEvent, { type: 'NodeEntered' }> {
  const { nodes } = walk.marking();
  const resetNodes = subtree(node)
    .map(({ id }) => id)
    .filter((id) => id !== node.id && nodes[id] !== undefined && nodes[id].status !== 'reset');
  const event = { type: 'NodeEntered', nodeId: node.id, round } as const;
  return resetNodes.length === 0 ? event : { ...event, resetNodes };
}

export function chooseBranch(
  walk: Pick<Walk, 'holds'>,
  node: Extract<FlowNode, { kind: 'choice' }>,
): { readonly id: string; readonly node: FlowNode } {
  const chosen =
    node.branches.find((b) => b.when !== undefined && walk.holds(b.when)) ??
    node.branches.find((b) => b.when === undefined);
  if (chosen === undefined) throw new Error(`choice ${node.id} has no default branch`);
  return chosen;
}

export function parallelBranches(
  walk: Pick<Walk, 'holds'>,
  node: Extract<FlowNode, { kind: 'parallel' }>,
): { readonly id: string; readonly node: FlowNode }[] {
  return node.branches.filter((b) => b.when === undefined || walk.holds(b.when));
}

function openStep(walk: Walk, step: StepNode, round: number): void {
  const shares = step.agreement.rule === 'one';
  const weights = step.agreement.rule === 'vote' ? step.agreement.weights : undefined;
  const members = shares ? [step.posts] : step.posts.map((post) => [post]);
  walk.emit({
    type: 'StepOpened',
    stepId: step.id,
    round,
    tasks: members.map((posts, order) => ({
      taskId: `${step.id}#${round}.${order + 1}`,
      posts,
      weight: weights?.[posts[0] ?? ''] ?? 1,
      waits: step.agreement.rule === 'in-turn' && order > 0,
    })),
  });
  walk.stepOpened(step, round);
}

/** Says that a node is finished and opens what follows. */
export function completeNode(walk: Walk, node: FlowNode): void {
  const round = walk.marking().nodes[node.id]?.round ?? 1;
  if (node.kind !== 'step') walk.emit({ type: 'NodeCompleted', nodeId: node.id, round });
  const back = straightBacksOf(walk.marking()).find(({ after }) => after === node.id);
  // Data may have changed the way since the return: then the case walks again.
  if (back !== undefined && canGoStraightBack(walk, back.after, back.to)) {
    return goStraightBack(walk, back);
  }
  const { parent } = placeOf(walk.flow, node.id);
  if (parent === undefined) return walk.finished();
  if (parent.kind === 'sequence') {
    const next = parent.children[parent.children.indexOf(node) + 1];
    return next === undefined ? completeNode(walk, parent) : enterNode(walk, next);
  }
  if (parent.kind === 'choice') return completeNode(walk, parent);
  if (parent.kind === 'parallel' && allBranchesDone(walk.marking(), parent)) {
    completeNode(walk, parent);
  }
}

/** Leaves what surrounds the corrected step and opens the step that returned, with its own. */
function goStraightBack(walk: Walk, { after, to }: StraightBack): void {
  const left = placeOf(walk.flow, after).ancestors;
  const found = placeOf(walk.flow, to).ancestors;
  for (const { id } of left.filter((a) => !found.includes(a)).toReversed()) {
    walk.emit({ type: 'NodeCompleted', nodeId: id, round: roundOf(walk, id) });
  }
  for (const { id } of found.filter((a) => !left.includes(a))) {
    const { branches } = walk.marking().nodes[id] ?? {};
    const event = { type: 'NodeEntered', nodeId: id, round: roundOf(walk, id) + 1 } as const;
    walk.emit(branches === undefined ? event : { ...event, branches });
  }
  openStep(walk, stepOf(walk.flow, to), roundOf(walk, to) + 1);
}

function roundOf(walk: Pick<Walk, 'marking'>, nodeId: string): number {
  return walk.marking().nodes[nodeId]?.round ?? 0;
}

/**
 * The way straight back is open while both steps are inside the same splits and nothing on the way
 * that was walked, nor around the step that returned, would be chosen otherwise now.
 */
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
  const around = placeOf(walk.flow, fromStep).ancestors;
  const beyond = new Set(consequencesOf(walk.flow, fromStep));
  const { nodes } = walk.marking();
  return consequencesOf(walk.flow, toStep)
    .filter((node) => node.kind === 'choice' || node.kind === 'parallel')
    .filter((node) => !beyond.has(node))
    .filter((node) => nodes[node.id]?.status === 'done' || around.includes(node))
    .every((node) => {
      const now =
        node.kind === 'choice' ? [chooseBranch(walk, node)] : parallelBranches(walk, node);
      return now.map((b) => b.id).join('/') === nodes[node.id]?.branches?.join('/');
    });
}

function allBranchesDone(marking: Marking, node: Extract<FlowNode, { kind: 'parallel' }>): boolean {
  const state = marking.nodes[node.id];
  if (state?.status !== 'open') return false;
  return node.branches
    .filter((branch) => state.branches?.includes(branch.id))
    .every((branch) => marking.nodes[branch.node.id]?.status === 'done');
}

/**
 * After a vote: completes the step when its rule is met, closing what is left of the round. With
 * `in-turn`, the next member's task opens. Gives the outcome, or undefined while the step is open.
 */
export function settleStep(walk: Walk, step: StepNode): Verdict | undefined {
  const round = walk.marking().nodes[step.id]?.round ?? 1;
  const tasks = tasksOfRound(walk.marking(), step.id, round);
  const outcome = tally(step.agreement, tasks);
  if (outcome === undefined) {
    const next = tasks.find((task) => task.status === 'waiting');
    if (step.agreement.rule === 'in-turn' && next !== undefined) {
      walk.emit({ type: 'TaskOpened', taskId: next.taskId });
    }
    return undefined;
  }
  closeTasks(walk, (task) => task.stepId === step.id && task.round === round, 'skipped-by-rule');
  walk.emit({ type: 'StepCompleted', stepId: step.id, round, outcome });
  return outcome;
}

export function closeTasks(
  walk: Pick<Walk, 'marking' | 'emit'>,
  concerns: (task: { readonly stepId: string; readonly round: number }) => boolean,
  cause: ClosingCause | ((stepId: string) => ClosingCause),
): void {
  const live = Object.values(walk.marking().tasks).filter(
    (task) => task.status === 'open' || task.status === 'waiting',
  );
  for (const task of inOrder(live).filter(concerns)) {
    walk.emit({
      type: 'TaskClosed',
      taskId: task.taskId,
      stepId: task.stepId,
      round: task.round,
      cause: typeof cause === 'function' ? cause(task.stepId) : cause,
    });
  }
}

/** Ends the flow whatever is open: a refusal, a withdrawal, a termination. */
export function endFlow(walk: Pick<Walk, 'marking' | 'emit'>, outcome: Verdict): void {
  closeTasks(walk, () => true, 'case-ended');
  walk.emit({ type: 'FlowEnded', outcome, cancelledNodes: openNodes(walk.marking()) });
}
