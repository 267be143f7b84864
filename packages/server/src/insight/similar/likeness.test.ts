import { describe, expect, it } from 'vitest';
import type { GramShares } from './gram-shares.ts';
import { likenessOf, sharedWords, weighPairs } from './likeness.ts';
import { gramNumber, plainText } from './plain-text.ts';

const common = new Set(['小区', '问题']);
const shares: GramShares = {
  letters: 1000,
  shareOf: (pair) => (common.has(pair) ? 0.5 : 0.001),
};

function likeness(a: readonly [string, string], b: readonly [string, string]) {
  const plain = plainText(...a);
  const other = plainText(...b);
  const score = likenessOf(weighPairs(plain, shares), other, shares);
  return { score, ...sharedWords(plain, other) };
}

const smoke = ['桂花园小区楼下烧烤店油烟扰民', '每天晚上十点以后油烟很大。'] as const;

describe('likenessOf', () => {
  it('is one for the same letter and nothing for a letter without a common pair', () => {
    expect(likeness(smoke, smoke).score).toBeCloseTo(1, 9);
    expect(likeness(smoke, ['退休金计算有误', '请核实']).score).toBe(0);
  });

  it('lets common pairs of characters count little', () => {
    const other = likeness(smoke, ['某小区停车难的问题', '']);
    const same = likeness(smoke, ['烧烤店', '']);
    expect(other.score).toBeLessThan(same.score);
  });

  it('finds a letter that holds the few words of a draft', () => {
    expect(likeness(['桂花园烧烤店', ''], smoke).score).toBeGreaterThan(0.5);
  });

  it('says why: the phrases of both, the longest first, and the place among them', () => {
    const { phrases, place } = likeness(['桂花园小区楼下又有油烟扰民', ''], smoke);
    expect(phrases).toEqual(['桂花园小区楼下', '油烟扰民']);
    expect(place).toBe('桂花园小区楼下');
  });

  it('is nothing for an empty draft', () => {
    expect(likeness(['', ''], smoke)).toEqual({ score: 0, phrases: [] });
  });
});

describe('gramNumber', () => {
  it('differs between tenants and between shelves', () => {
    const numbers = [
      gramNumber('a', 'office', '油烟'),
      gramNumber('a', 'public', '油烟'),
      gramNumber('b', 'office', '油烟'),
    ];
    expect(new Set(numbers).size).toBe(3);
  });

  it('is an integer of PostgreSQL', () => {
    for (const pair of ['油烟', '扰民', 'ab', '𠮷田']) {
      const number = gramNumber('a', 'office', pair);
      expect(number).toBe(number | 0);
    }
  });
});
