import fc from 'fast-check';
import type { FlowDefinition } from '@yichuang/kernel/flow';
import { describe, expect, it } from 'vitest';
import {
  duplicateNode,
  insertBranch,
  insertNode,
  lanesFor,
  moveBranch,
  moveNode,
  removeBranch,
  removeNode,
  shiftNode,
  wrapNode,
} from './edit-tree.ts';
import { context, purchase, step } from './flow.examples.ts';
import { allNodes } from './fresh-names.ts';
import { isSplit, lanes, nodesOf } from './lane.ts';
import { NODE_CHOICES } from './new-node.ts';
import { illFormed } from './well-formed.ts';

/** Four numbers choose what is done where: any numbers are an edit, so shrinking stays simple. */
type Edit = readonly [what: number, which: number, where: number, how: number];

const edit: fc.Arbitrary<Edit> = fc.tuple(fc.nat(99), fc.nat(99), fc.nat(99), fc.nat(99));
const seed = 20_261_122;

const pick = <T>(from: readonly T[], n: number): T | undefined => from[n % from.length];

function apply(flow: FlowDefinition, [what, which, where, how]: Edit): FlowDefinition {
  const places = lanes(flow);
  const id = pick(
    places.flatMap(({ nodes }) => nodes.map((node) => node.id)),
    which,
  );
  const splits = allNodes(flow).filter(isSplit);
  const split = pick(splits, which);
  const branchId = split === undefined ? '' : (pick(split.branches, where)?.id ?? '');
  const target = pick(places, where);
  const choice = pick(NODE_CHOICES, how) ?? 'approve';
  if (id === undefined || target === undefined) return flow;
  const by = how % 2 === 0 ? 1 : -1;
  const acts: readonly (() => FlowDefinition | undefined)[] = [
    () =>
      insertNode(flow, { lane: target.lane, at: how % (target.nodes.length + 1) }, choice, context)
        .flow,
    () => removeNode(flow, id, context),
    () => shiftNode(flow, id, by, context),
    () => {
      const lane = pick(lanesFor(flow, id), where);
      if (lane === undefined) return flow;
      const at = how % ((nodesOf(flow, lane)?.length ?? 0) + 1);
      return moveNode(flow, id, { lane, at }, context);
    },
    () => duplicateNode(flow, id, context)?.flow,
    () => wrapNode(flow, id, how % 2 === 0 ? 'choice' : 'parallel', context)?.flow,
    () => insertBranch(flow, split?.id ?? '', context)?.flow,
    () => removeBranch(flow, split?.id ?? '', branchId, context),
    () => moveBranch(flow, split?.id ?? '', branchId, by),
  ];
  return pick(acts, what)?.() ?? flow;
}

describe('any sequence of edits', () => {
  const starts = [purchase, { main: step('only') }];

  it('keeps the tree well-formed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...starts), fc.array(edit, { maxLength: 40 }), (from, edits) => {
        let flow = from;
        for (const each of edits) {
          flow = apply(flow, each);
          expect(illFormed(flow)).toEqual([]);
        }
      }),
      { seed, numRuns: 300 },
    );
  });

  it('moves every step as a whole: a move alone neither loses nor makes one', () => {
    const moves = edit.map(([what, ...rest]): Edit => [2 + (what % 2), ...rest]);
    fc.assert(
      fc.property(fc.array(moves, { maxLength: 30 }), (edits) => {
        const end = edits.reduce(apply, purchase as FlowDefinition);
        const steps = (flow: FlowDefinition) =>
          allNodes(flow)
            .flatMap((node) => (node.kind === 'step' ? [node.id] : []))
            .toSorted();
        expect(steps(end)).toEqual(steps(purchase));
      }),
      { seed, numRuns: 300 },
    );
  });
});
