/**
 * Walks the tree: what opens when a node is entered, what follows when one completes. Emits events
 * through the walk, which folds each at once, so every later decision sees the state it caused.
 */
import type { AutomaticNode, FlowDefinition, FlowNode, StepNode, WaitNode } from './definition.ts';
import { tally } from './agreement.ts';
import {
  openNodes,
  tasksOfRound,
  type ClosingCause,
  type FlowEvent,
  type Marking,
  type Verdict,
} from './marking.ts';
import { placeOf, stepOf } from './tree.ts';

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
      walk.emit({ type: 'NodeEntered', nodeId: node.id, round });
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
  walk.emit({ type: 'NodeEntered', nodeId: node.id, round, branches: taken.map((b) => b.id) });
  if (taken.length === 0) return completeNode(walk, node);
  for (const branch of taken) {
    enterNode(walk, branch.node);
    // A branch may have ended the whole flow (a refusal at once): then the others must not open.
    if (walk.marking().ended !== undefined) return;
  }
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

function parallelBranches(
  walk: Walk,
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
  const back = walk.marking().straightBack;
  if (back !== undefined && back.after === node.id) {
    return openAgain(walk, stepOf(walk.flow, back.to));
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

function openAgain(walk: Walk, step: StepNode): void {
  openStep(walk, step, (walk.marking().nodes[step.id]?.round ?? 0) + 1);
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
  for (const task of Object.values(walk.marking().tasks)) {
    if (task.status !== 'open' && task.status !== 'waiting') continue;
    if (!concerns(task)) continue;
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
