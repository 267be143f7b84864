import { describe, expect, it } from 'vitest';
import { mergeSmallGroups } from './merge-small-groups.ts';
import { levelCounts } from './review-figures.pg.ts';

const group = (key: string, good: number, bad = 0) => ({
  key,
  name: key,
  ...levelCounts([good, 0, 0, 0, bad], 0),
});
const merged = (...groups: ReturnType<typeof group>[]) =>
  mergeSmallGroups(groups, 5, 'others').map(({ key, total, bad }) => [key, total, bad]);

describe('groups of a public figure', () => {
  it('of fewer than five are one, with the rates of all of them', () => {
    expect(merged(group('a', 9), group('b', 3), group('c', 1, 2))).toEqual([
      ['a', 9, 0],
      ['other', 6, 2],
    ]);
  });

  it('take the next smallest in where they would be small together', () => {
    expect(merged(group('a', 9), group('b', 5), group('c', 1, 1))).toEqual([
      ['a', 9, 0],
      ['other', 7, 1],
    ]);
  });

  it('alone and small are not shown', () => {
    expect(merged(group('a', 2, 1))).toEqual([]);
    expect(merged()).toEqual([]);
  });

  it('that are large enough stay as they are', () => {
    expect(merged(group('a', 5), group('b', 4, 1))).toEqual([
      ['a', 5, 0],
      ['b', 5, 1],
    ]);
  });
});
