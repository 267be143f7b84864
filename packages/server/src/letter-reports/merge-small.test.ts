import { describe, expect, test } from 'vitest';
import { mergeSmall, OTHERS } from './merge-small.ts';

const groups = (...counts: number[]) =>
  counts.map((count, i) => ({ key: `k${i}`, name: `K${i}`, count }));
const shown = (...counts: number[]): number[] =>
  mergeSmall(groups(...counts), 'Other').map(({ count }) => count);

describe('groups of letters in public', () => {
  test('stand as they are when each has three letters or more', () => {
    expect(shown(3, 9)).toEqual([9, 3]);
  });

  test('are put together where they are smaller', () => {
    expect(mergeSmall(groups(9, 2, 1), 'Other').at(-1)).toEqual({
      key: OTHERS,
      name: 'Other',
      count: 3,
    });
  });

  test('take the next smallest in while together they would be small themselves', () => {
    expect(shown(9, 4, 1)).toEqual([9, 5]);
    expect(shown(2)).toEqual([2]);
  });

  test('keep their sum', () => {
    for (const counts of [[1, 1, 1, 1], [5, 2, 2, 1], [], [3, 1]]) {
      const sum = counts.reduce((total, count) => total + count, 0);
      expect(shown(...counts).reduce((total, count) => total + count, 0)).toBe(sum);
    }
  });
});
