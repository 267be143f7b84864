import { describe, expect, it } from 'vitest';
import { purchase } from './flow.examples.ts';
import {
  chosenKey,
  inOrder,
  isThere,
  neighbour,
  type Chosen,
  type Direction,
} from './neighbour.ts';

const node = (nodeId: string): Chosen => ({ kind: 'node', nodeId });
const head = (splitId: string, branchId: string): Chosen => ({ kind: 'branch', splitId, branchId });

describe('the arrow keys', () => {
  it.each<[Chosen, Direction, Chosen | undefined]>([
    [node('filing'), 'up', undefined],
    [node('filing'), 'down', node('head')],
    [node('head'), 'down', node('amount')],
    [node('amount'), 'down', head('amount', 'a')],
    [head('amount', 'a'), 'down', node('deputy')],
    [head('amount', 'b'), 'down', node('both')],
    [node('deputy'), 'down', node('both')],
    [node('deputy'), 'up', head('amount', 'a')],
    [node('deputy'), 'right', head('amount', 'b')],
    [head('amount', 'b'), 'left', head('amount', 'a')],
    [head('amount', 'b'), 'right', undefined],
    [head('amount', 'b'), 'up', node('amount')],
    [node('pay'), 'right', head('both', 'b')],
    [node('pay'), 'up', node('accountant')],
    [node('archivist'), 'down', node('last')],
    [node('last'), 'down', undefined],
    [node('last'), 'left', undefined],
  ])('from %j %s to %j', (from, direction, to) => {
    expect(neighbour(purchase, from, direction)).toEqual(to);
  });

  it('reach everything that is drawn from the top by going down and right', () => {
    const seen = new Set<string>();
    const waiting: Chosen[] = [node('filing')];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (seen.has(chosenKey(next))) continue;
      seen.add(chosenKey(next));
      for (const direction of ['down', 'right'] as const) {
        const found = neighbour(purchase, next, direction);
        if (found !== undefined) waiting.push(found);
      }
    }
    expect([...seen].toSorted()).toEqual(inOrder(purchase).map(chosenKey).toSorted());
  });
});

it('tells when an undo has taken away what was chosen', () => {
  expect(isThere(purchase, head('both', 'b'))).toBe(true);
  expect(isThere(purchase, head('both', 'z'))).toBe(false);
  expect(isThere(purchase, node('gone'))).toBe(false);
});
