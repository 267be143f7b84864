/**
 * Edits of a flow's tree. Each gives a new flow, or the same object where the edit is not possible
 * (the screens then offer nothing). Invariants that hold after any edit of a well-formed flow: ids
 * are unique; every split has two branches or more; a choice has exactly one branch without a
 * condition; only a branch of a choice may be empty.
 */
import type { Branch, FlowDefinition, FlowNode } from '@yichuang/kernel/flow';
import { freshBranchId, freshIds, freshNames } from './fresh-names.ts';
import {
  findBranch,
  inLane,
  isSplit,
  laneKey,
  lanes,
  locate,
  nodesOf,
  withLane,
  withNode,
  type Lane,
  type Spot,
  type SplitNode,
} from './lane.ts';
import { emptyWay, newNode, type Lifecycle, type NewName, type NodeChoice } from './new-node.ts';

export interface EditContext {
  readonly lifecycle: Lifecycle;
  /** Ids that meant something before: see `freshIds`. */
  readonly reserved: ReadonlySet<string>;
  /** What a new node is called, in the language of the flow's names. */
  readonly nameOf: (what: NewName) => string;
}

export function insertNode(
  flow: FlowDefinition,
  spot: Spot,
  choice: NodeChoice,
  context: EditContext,
): { readonly flow: FlowDefinition; readonly nodeId: string } {
  const id = freshIds(flow, context.reserved);
  const unique = freshNames(flow);
  const name = (each: NodeChoice) => unique(context.nameOf(each));
  const node = newNode(choice, context.lifecycle, { id, name });
  return { flow: put(flow, spot, node, () => id('way')), nodeId: node.id };
}

/** A further branch: of a choice before the one for every other case, of a parallel as the last. */
export function insertBranch(
  flow: FlowDefinition,
  splitId: string,
  context: EditContext,
): { readonly flow: FlowDefinition; readonly branchId: string } | undefined {
  const split = locate(flow, splitId)?.node;
  if (split === undefined || !isSplit(split)) return undefined;
  const id = freshIds(flow, context.reserved);
  const unique = freshNames(flow);
  const name = (each: NodeChoice) => unique(context.nameOf(each));
  const branchId = freshBranchId(split.branches.map((branch) => branch.id));
  const node = newNode('approve', context.lifecycle, { id, name });
  const branch: Branch =
    split.kind === 'choice' ? { id: branchId, when: '', node } : { id: branchId, node };
  const last = split.branches.at(-1);
  const at =
    split.kind === 'choice' && last?.when === undefined
      ? split.branches.length - 1
      : split.branches.length;
  return {
    flow: withBranches(flow, split, split.branches.toSpliced(at, 0, branch)),
    branchId,
  };
}

/** The node becomes the first branch of a new split. */
export function wrapNode(
  flow: FlowDefinition,
  nodeId: string,
  kind: 'choice' | 'parallel',
  context: EditContext,
): { readonly flow: FlowDefinition; readonly nodeId: string } | undefined {
  const found = locate(flow, nodeId);
  if (found === undefined) return undefined;
  const id = freshIds(flow, context.reserved);
  const unique = freshNames(flow);
  const name = (each: NodeChoice) => unique(context.nameOf(each));
  const split = newNode(kind, context.lifecycle, { id, name });
  if (!isSplit(split)) return undefined;
  const branches = split.branches.with(0, { ...(split.branches[0] as Branch), node: found.node });
  const wrapped = { ...split, branches };
  const changed = withLane(
    flow,
    found.lane,
    (nodes) => nodes.with(found.at, wrapped),
    () => id('way'),
  );
  return { flow: changed, nodeId: split.id };
}

/** The node goes; so does a split that is left with one branch, whose nodes take its place. */
export function removeNode(flow: FlowDefinition, nodeId: string, context: EditContext) {
  const found = locate(flow, nodeId);
  if (found === undefined || !canRemove(flow, nodeId)) return flow;
  const { lane, at } = found;
  const id = freshIds(flow, context.reserved);
  const isLast = nodesOf(flow, lane)?.length === 1;
  if (isLast && lane.kind === 'group') return removeNode(flow, lane.nodeId, context);
  if (isLast && lane.kind === 'branch' && isParallel(flow, lane.splitId)) {
    return removeBranch(flow, lane.splitId, lane.branchId, context);
  }
  return withLane(
    flow,
    lane,
    (nodes) => nodes.toSpliced(at, 1),
    () => id('way'),
  );
}

/** The last node of a trunk stays: a flow of nothing is no flow. */
export function canRemove(flow: FlowDefinition, nodeId: string): boolean {
  const found = locate(flow, nodeId);
  if (found === undefined) return false;
  const isLast = nodesOf(flow, found.lane)?.length === 1;
  if (!isLast) return true;
  if (found.lane.kind === 'group') return canRemove(flow, found.lane.nodeId);
  return found.lane.kind === 'branch';
}

/** The branch for every other case goes last of all, with the choice itself. */
export function removeBranch(
  flow: FlowDefinition,
  splitId: string,
  branchId: string,
  context: EditContext,
): FlowDefinition {
  const found = locate(flow, splitId);
  if (found === undefined || !isSplit(found.node) || !canRemoveBranch(flow, splitId, branchId)) {
    return flow;
  }
  const split = found.node;
  const rest = split.branches.filter(({ id }) => id !== branchId);
  const [only] = rest;
  if (rest.length > 1 || only === undefined) return withBranches(flow, split, rest);
  return dissolve(flow, split, only, context);
}

export function canRemoveBranch(flow: FlowDefinition, splitId: string, branchId: string): boolean {
  const branch = findBranch(flow, splitId, branchId);
  const split = locate(flow, splitId)?.node;
  if (branch === undefined || split === undefined || !isSplit(split)) return false;
  if (split.kind === 'choice' && branch.when === undefined) return false;
  if (split.branches.length > 2) return true;
  // Two left: the other takes the split's place, where it must not leave a lane empty.
  const other = split.branches.find(({ id }) => id !== branchId);
  const isEmpty = other === undefined || inLane(other.node).length === 0;
  return !isEmpty || canRemove(flow, splitId);
}

function dissolve(
  flow: FlowDefinition,
  split: SplitNode,
  only: Branch,
  context: EditContext,
): FlowDefinition {
  const found = locate(flow, split.id);
  const nodes = inLane(only.node);
  if (found === undefined) return flow;
  if (nodes.length === 0) return removeNode(flow, split.id, context);
  const id = freshIds(flow, context.reserved);
  return withLane(
    flow,
    found.lane,
    (siblings) => siblings.toSpliced(found.at, 1, ...nodes),
    () => id('way'),
  );
}

/** Among its sisters, by one place; the branch for every other case stays the last of a choice. */
export function moveBranch(
  flow: FlowDefinition,
  splitId: string,
  branchId: string,
  by: -1 | 1,
): FlowDefinition {
  const split = locate(flow, splitId)?.node;
  if (split === undefined || !isSplit(split)) return flow;
  const at = split.branches.findIndex(({ id }) => id === branchId);
  const branch = split.branches[at];
  const other = split.branches[at + by];
  if (branch === undefined || other === undefined) return flow;
  const isKept = split.kind === 'choice' && [branch, other].some(({ when }) => when === undefined);
  if (isKept) return flow;
  return withBranches(flow, split, split.branches.with(at, other).with(at + by, branch));
}

/** The filing is how an internal case begins: it stays the first, and there is one. */
export function isFiling(node: FlowNode): boolean {
  return node.kind === 'step' && node.duty === 'filing';
}

function isBeforeFiling(flow: FlowDefinition, { lane, at }: Spot): boolean {
  const first = at === 0 && lane.kind === 'trunk' ? nodesOf(flow, lane)?.[0] : undefined;
  return first !== undefined && isFiling(first);
}

/** To another gap, with all that is below it; never into itself. */
export function moveNode(
  flow: FlowDefinition,
  nodeId: string,
  spot: Spot,
  context: EditContext,
): FlowDefinition {
  const found = locate(flow, nodeId);
  if (found === undefined || isWithin(found.node, spot.lane)) return flow;
  if (isFiling(found.node) || isBeforeFiling(flow, spot)) return flow;
  const isSameLane = laneKey(found.lane) === laneKey(spot.lane);
  const id = freshIds(flow, context.reserved);
  if (isSameLane) {
    const at = spot.at > found.at ? spot.at - 1 : spot.at;
    if (at === found.at) return flow;
    return withLane(
      flow,
      spot.lane,
      (nodes) => nodes.toSpliced(found.at, 1).toSpliced(at, 0, found.node),
      () => id('way'),
    );
  }
  if (!canRemove(flow, nodeId)) return flow;
  // Put first, then take away: the spot is named by ids, which removing may dissolve.
  const copy = { ...found.node, id: id('moving') };
  const placed = put(flow, spot, copy, () => id('way'));
  const left = removeNode(placed, nodeId, context);
  return withNode(left, copy.id, () => found.node);
}

/** One place up or down; at the end of a branch, out of the split. */
export function shiftNode(
  flow: FlowDefinition,
  nodeId: string,
  by: -1 | 1,
  context: EditContext,
): FlowDefinition {
  const spot = shiftedSpot(flow, nodeId, by);
  return spot === undefined ? flow : moveNode(flow, nodeId, spot, context);
}

function shiftedSpot(flow: FlowDefinition, nodeId: string, by: -1 | 1): Spot | undefined {
  const found = locate(flow, nodeId);
  if (found === undefined) return undefined;
  const { lane, at } = found;
  const last = (nodesOf(flow, lane)?.length ?? 1) - 1;
  if (by === -1 && at > 0) return { lane, at: at - 1 };
  if (by === 1 && at < last) return { lane, at: at + 2 };
  if (lane.kind === 'trunk') return undefined;
  const around = locate(flow, lane.kind === 'branch' ? lane.splitId : lane.nodeId);
  if (around === undefined) return undefined;
  return { lane: around.lane, at: by === -1 ? around.at : around.at + 1 };
}

/** A copy with all that is below it, right after it; ids and names of its own. */
export function duplicateNode(
  flow: FlowDefinition,
  nodeId: string,
  context: EditContext,
): { readonly flow: FlowDefinition; readonly nodeId: string } | undefined {
  const found = locate(flow, nodeId);
  if (found === undefined || isFiling(found.node)) return undefined;
  const id = freshIds(flow, context.reserved);
  const name = freshNames(flow);
  const copied = (node: FlowNode): FlowNode => {
    const own = { id: id(node.id.replace(/\d+$/, '')), name: name(node.name) };
    if (node.kind === 'sequence') {
      return { ...node, ...own, children: node.children.map(copied) };
    }
    if (!isSplit(node)) return { ...node, ...own };
    const branches = node.branches.map((branch) => ({ ...branch, node: copied(branch.node) }));
    return { ...node, ...own, branches };
  };
  const copy = copied(found.node);
  const spot = { lane: found.lane, at: found.at + 1 };
  return { flow: put(flow, spot, copy, () => id('way')), nodeId: copy.id };
}

export function changeBranch(
  flow: FlowDefinition,
  splitId: string,
  branchId: string,
  change: (branch: Branch) => Branch,
): FlowDefinition {
  const split = locate(flow, splitId)?.node;
  if (split === undefined || !isSplit(split)) return flow;
  return withBranches(
    flow,
    split,
    split.branches.map((branch) => (branch.id === branchId ? change(branch) : branch)),
  );
}

/** Where a node could go: every lane but those below itself. */
export function lanesFor(flow: FlowDefinition, nodeId: string): Lane[] {
  const found = locate(flow, nodeId);
  if (found === undefined) return [];
  return lanes(flow)
    .map(({ lane }) => lane)
    .filter((lane) => !isWithin(found.node, lane));
}

/** The flow with a way of its own after a decision of refusal, or without one. */
export function withDenied(
  flow: FlowDefinition,
  step: ((id: (prefix: string) => string) => FlowNode) | undefined,
  context: EditContext,
): FlowDefinition {
  if (step === undefined) return { main: flow.main };
  const id = freshIds(flow, context.reserved);
  const node = step(id);
  const denied = { ...emptyWay(id, node.name), kind: 'sequence' as const, children: [node] };
  return { ...flow, denied };
}

function put(flow: FlowDefinition, spot: Spot, node: FlowNode, sequenceId: () => string) {
  return withLane(flow, spot.lane, (nodes) => nodes.toSpliced(spot.at, 0, node), sequenceId);
}

function withBranches(
  flow: FlowDefinition,
  split: SplitNode,
  branches: readonly Branch[],
): FlowDefinition {
  return withNode(flow, split.id, (node) => (isSplit(node) ? { ...node, branches } : node));
}

function isParallel(flow: FlowDefinition, splitId: string): boolean {
  return locate(flow, splitId)?.node.kind === 'parallel';
}

function isWithin(node: FlowNode, lane: Lane): boolean {
  if (lane.kind === 'trunk') return false;
  const around = lane.kind === 'branch' ? lane.splitId : lane.nodeId;
  const holds = (each: FlowNode): boolean =>
    each.id === around ||
    (each.kind === 'sequence' && each.children.some(holds)) ||
    (isSplit(each) && each.branches.some((branch) => holds(branch.node)));
  return holds(node);
}
