/**
 * Walks the tree: what opens when a node is entered, what follows when one completes. Emits events
 * through the walk, which folds each at once, so every later decision sees the state it caused.
 */
import type { FlowNode, StepNode } from './definition.ts';
import {
  straightBacksOf,
  type FlowEvent,
  type Marking,
  type NodeStatus,
  type StraightBack,
} from './marking.ts';
import { placeOf, stepOf, subtree } from './tree.ts';
import type { Walk } from './walk.ts';
import { canGoStraightBack, chooseBranch, parallelBranches } from './ways.ts';

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

function openStep(walk: Walk, step: StepNode, round: number, cameBackFrom?: string): void {
  const shares = step.agreement.rule === 'one';
  const weights = step.agreement.rule === 'vote' ? step.agreement.weights : undefined;
  const applicant = step.duty === 'filing' ? walk.applicant?.() : undefined;
  // Two roles may be filled by one post: it is asked once.
  const named = new Map(step.posts.map((post) => [walk.postAt?.(post) ?? post, post]));
  const members = shares ? [[...named.keys()]] : [...named.keys()].map((post) => [post]);
  walk.emit({
    type: 'StepOpened',
    stepId: step.id,
    round,
    tasks: members.map((posts, order) => ({
      taskId: `${step.id}#${round}.${order + 1}`,
      posts,
      weight: weights?.[named.get(posts[0] ?? '') ?? ''] ?? 1,
      waits: step.agreement.rule === 'in-turn' && order > 0,
      ...(applicant === undefined ? {} : { holder: applicant }),
    })),
    ...(cameBackFrom === undefined ? {} : { cameBackFrom }),
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
  openStep(walk, stepOf(walk.flow, to), roundOf(walk, to) + 1, after);
}

function roundOf(walk: Pick<Walk, 'marking'>, nodeId: string): number {
  return walk.marking().nodes[nodeId]?.round ?? 0;
}

/** What a jump passed over is not waited for. */
function isOver(status: NodeStatus | undefined): boolean {
  return status === 'done' || status === 'skipped';
}

function allBranchesDone(marking: Marking, node: Extract<FlowNode, { kind: 'parallel' }>): boolean {
  const state = marking.nodes[node.id];
  if (state?.status !== 'open') return false;
  return node.branches
    .filter((branch) => state.branches?.includes(branch.id))
    .every((branch) => isOver(marking.nodes[branch.node.id]?.status));
}
