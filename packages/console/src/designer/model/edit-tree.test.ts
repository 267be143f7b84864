import { describe, expect, it } from 'vitest';
import {
  canRemove,
  canRemoveBranch,
  duplicateNode,
  insertBranch,
  insertNode,
  lanesFor,
  moveBranch,
  moveNode,
  removeBranch,
  removeNode,
  shiftNode,
  withDenied,
  wrapNode,
} from './edit-tree.ts';
import { context, purchase, step } from './flow.examples.ts';
import { inLane, isSplit, laneKey, locate, nodesOf, TRUNK, type Lane } from './lane.ts';
import { illFormed } from './well-formed.ts';

const trunk = (flow = purchase) => inLane(flow.main).map(({ id }) => id);
const branch = (splitId: string, branchId: string): Lane => ({ kind: 'branch', splitId, branchId });
const ids = (flow: typeof purchase, lane: Lane) => nodesOf(flow, lane)?.map(({ id }) => id);

describe('adding', () => {
  it('puts a step into the gap, with an id and a name of its own', () => {
    const { flow, nodeId } = insertNode(purchase, { lane: TRUNK, at: 2 }, 'approve', context);
    expect(trunk(flow)).toEqual(['filing', 'head', nodeId, 'amount', 'both', 'last']);
    const again = insertNode(flow, { lane: TRUNK, at: 3 }, 'approve', context);
    const names = [nodeId, again.nodeId].map((id) => locate(again.flow, id)?.node.name);
    expect(names).toEqual(['new approve', 'new approve 2']);
  });

  it('never gives an id that once meant another step', () => {
    const reserved = new Set(['step1', 'step2']);
    const added = insertNode(purchase, { lane: TRUNK, at: 1 }, 'handle', { ...context, reserved });
    expect(added.nodeId).toBe('step3');
  });

  it('makes a branch of one step a sequence, and an empty way a way of one step', () => {
    const second = insertNode(purchase, { lane: branch('both', 'b'), at: 1 }, 'copy', context);
    expect(ids(second.flow, branch('both', 'b'))).toEqual(['archivist', second.nodeId]);
    const filled = insertNode(purchase, { lane: branch('amount', 'b'), at: 0 }, 'handle', context);
    expect(ids(filled.flow, branch('amount', 'b'))).toEqual([filled.nodeId]);
  });

  it('starts a choice with one condition to be said and an empty way for every other case', () => {
    const { flow, nodeId } = insertNode(purchase, { lane: TRUNK, at: 1 }, 'choice', context);
    const split = locate(flow, nodeId)?.node;
    expect(split).toMatchObject({ kind: 'choice', branches: [{ when: '' }, { id: 'b' }] });
    expect(ids(flow, branch(nodeId, 'b'))).toEqual([]);
  });

  it('adds a branch to a choice before the one for every other case', () => {
    const added = insertBranch(purchase, 'amount', context);
    const split = added === undefined ? undefined : locate(added.flow, 'amount')?.node;
    const found = split !== undefined && isSplit(split) ? split.branches : [];
    expect(found.map(({ id }) => id)).toEqual(['a', 'c', 'b']);
    expect(found.map(({ when }) => when)).toEqual(['amount > 5000', '', undefined]);
  });

  it('wraps a step in a parallel of two', () => {
    const wrapped = wrapNode(purchase, 'head', 'parallel', context);
    expect(wrapped && ids(wrapped.flow, branch(wrapped.nodeId, 'a'))).toEqual(['head']);
    expect(wrapped && illFormed(wrapped.flow)).toEqual([]);
  });
});

describe('removing', () => {
  it('takes a step out of the trunk', () => {
    expect(trunk(removeNode(purchase, 'head', context))).not.toContain('head');
  });

  it('leaves an empty way in a choice, since "nothing more" is a meaning', () => {
    const flow = removeNode(purchase, 'deputy', context);
    expect(ids(flow, branch('amount', 'a'))).toEqual([]);
    expect(illFormed(flow)).toEqual([]);
  });

  it('dissolves a parallel that is left with one branch: its steps take its place', () => {
    const flow = removeNode(purchase, 'archivist', context);
    expect(trunk(flow)).toEqual(['filing', 'head', 'amount', 'accountant', 'pay', 'last']);
  });

  it('never removes the last step of all, nor the branch for every other case', () => {
    const alone = { main: step('only') };
    expect(canRemove(alone, 'only')).toBe(false);
    expect(removeNode(alone, 'only', context)).toBe(alone);
    expect(canRemoveBranch(purchase, 'amount', 'b')).toBe(false);
    expect(removeBranch(purchase, 'amount', 'b', context)).toBe(purchase);
  });

  it('removes a choice with its last condition, when every other case was empty', () => {
    expect(trunk(removeBranch(purchase, 'amount', 'a', context))).not.toContain('amount');
  });
});

describe('moving', () => {
  it('goes up and down, and out of a branch at its ends', () => {
    expect(trunk(shiftNode(purchase, 'head', 1, context)).slice(1, 3)).toEqual(['amount', 'head']);
    expect(trunk(shiftNode(purchase, 'filing', -1, context))).toEqual(trunk());
    const out = shiftNode(purchase, 'pay', 1, context);
    expect(trunk(out)).toEqual(['filing', 'head', 'amount', 'both', 'pay', 'last']);
    expect(ids(out, branch('both', 'a'))).toEqual(['accountant']);
  });

  it('goes into another branch, keeping its id', () => {
    const flow = moveNode(purchase, 'head', { lane: branch('amount', 'b'), at: 0 }, context);
    expect(ids(flow, branch('amount', 'b'))).toEqual(['head']);
    expect(illFormed(flow)).toEqual([]);
  });

  it('finds its place even when leaving dissolves the split that it leaves', () => {
    const flow = moveNode(purchase, 'archivist', { lane: TRUNK, at: 4 }, context);
    expect(trunk(flow)).toEqual([
      'filing',
      'head',
      'amount',
      'accountant',
      'pay',
      'archivist',
      'last',
    ]);
  });

  it('never goes before the filing, which itself stays and is the only one', () => {
    expect(shiftNode(purchase, 'head', -1, context)).toBe(purchase);
    expect(shiftNode(purchase, 'filing', 1, context)).toBe(purchase);
    expect(duplicateNode(purchase, 'filing', context)).toBeUndefined();
  });

  it('never goes into itself', () => {
    const into = { lane: branch('both', 'a'), at: 0 };
    expect(moveNode(purchase, 'both', into, context)).toBe(purchase);
    expect(lanesFor(purchase, 'both').map(laneKey)).not.toContain(laneKey(into.lane));
  });

  it('moves branches among each other, but not past the one for every other case', () => {
    const moved = locate(moveBranch(purchase, 'both', 'a', 1), 'both')?.node;
    expect(moved !== undefined && isSplit(moved) && moved.branches[0]?.id).toBe('b');
    expect(moveBranch(purchase, 'amount', 'a', 1)).toBe(purchase);
  });
});

describe('a copy', () => {
  it('stands right after, with ids and names of its own all through', () => {
    const copied = duplicateNode(purchase, 'both', context);
    expect(copied && trunk(copied.flow)[4]).toBe(copied?.nodeId);
    expect(copied && illFormed(copied.flow)).toEqual([]);
  });
});

it('a flow gets and loses the way after a refusal', () => {
  const flow = withDenied(purchase, (id) => step(id('step')), context);
  expect(nodesOf(flow, { kind: 'trunk', tree: 'denied' })).toHaveLength(1);
  expect(withDenied(flow, undefined, context)).toEqual(purchase);
});
