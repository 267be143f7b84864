import { describe, expect, test } from 'vitest';
import { findingText } from './finding-text.ts';
import { supplyLetters } from './letter-supply.ts';
import { measureFinding } from './measure-finding.ts';

/** Makes and fills two databases; other tests may share the cores. */
const withinMs = 120_000;

describe('npm run bench -- letters', () => {
  test(
    'measures finding at each size, and compares it with the smallest',
    async () => {
      const figures = await measureFinding({ counts: [40, 400], questions: 12 });
      expect(figures.sizes.map(({ letters }) => letters)).toEqual([40, 400]);
      for (const size of figures.sizes) {
        for (const way of ['search', 'similar', 'lists'] as const) {
          expect(size[way].p50Ms, way).toBeGreaterThan(0);
          expect(size[way].p99Ms, way).toBeGreaterThanOrEqual(size[way].p50Ms);
        }
      }
      expect(findingText(figures)).toMatch(/\| a page of a list +\| 400 +\|.* × +\|$/mu);
    },
    withinMs,
  );

  test('takes the same letters from the same seed, fewer being the beginning of more', () => {
    const supply = supplyLetters();
    const more = [...supply.letters(30, 7)];
    expect([...supply.letters(10, 7)]).toEqual(more.slice(0, 10));
    expect([...supply.letters(10, 8)]).not.toEqual(more.slice(0, 10));
    expect(new Set(more.map(({ caseId }) => caseId)).size).toBe(30);
  });
});
