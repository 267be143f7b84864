import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lettersPart, lettersText, withLetters } from './letters/letters-text.ts';
import { describeComputer, loadNow } from './machine.ts';
import { table } from './markdown-table.ts';
import { extents, measure } from './measure.ts';
import { generatedBegin, generatedEnd, reportText, withReport } from './report-text.ts';
import { quantile, ratios, spreadOf } from './statistics.ts';

/** Starts the program three times, and the database alone; other tests may share the cores. */
const withinMs = 240_000;

describe('npm run bench', () => {
  test(
    'measures the product and its references on one database, and refused work is an error',
    async () => {
      const report = await measure({ extent: extents.quick });
      const [steps, ...others] = report.steps;
      expect(others).toEqual([]);
      expect(steps?.clients).toBe(2);
      for (const way of ['product', 'bare', 'sql', 'productOfBare', 'productOfSql'] as const) {
        expect(steps?.[way].median, way).toBeGreaterThan(0);
      }
      expect(report.deciding.ofReference.median).toBeGreaterThan(0);
      expect(report.documents.perSecond.median).toBeGreaterThan(0);
      expect(report.search.items).toBeGreaterThan(1000);
      expect(report.start.coldFirstPageMs).toBeGreaterThan(report.start.coldReadyMs);

      const old = `# Performance\n\n${generatedBegin}\nstale figures\n${generatedEnd}\nafter\n`;
      const written = withReport(old, report);
      expect(written).toContain(reportText(report));
      expect(written).not.toContain('stale figures');
      expect(written.endsWith(`${generatedEnd}\nafter\n`)).toBe(true);
      expect(() => withReport('# Performance\n', report)).toThrow('markers');
    },
    withinMs,
  );

  test('docs/performance.md has the place that the bench writes to', () => {
    const document = readFileSync(join(import.meta.dirname, '../docs/performance.md'), 'utf8');
    expect(document.split(generatedBegin)).toHaveLength(2);
    expect(document.split(generatedEnd)).toHaveLength(2);
  });
});

describe('npm run bench -- letters', () => {
  const latency = { p50Ms: 1, p95Ms: 2, p99Ms: 3 };
  const size = { letters: 10, search: latency, similar: latency, lists: latency };
  const finding = { source: 'nobody', seed: 1, sizes: [size] };
  const report = { machine: describeComputer(loadNow()), finding };

  test('docs/performance.md has the place that it writes to', () => {
    const document = readFileSync(join(import.meta.dirname, '../docs/performance.md'), 'utf8');
    expect(document.split(lettersPart.begin)).toHaveLength(2);
    expect(withLetters(document, report)).toContain(lettersText(report));
  });

  test('says so where the letters to measure on are absent', () => {
    expect(lettersText(report)).toContain('Skipped');
  });

  test('tables are as wide as prettier makes them, Chinese characters two columns', () => {
    expect(table(['A', 'b'], [['交通', '1']])).toBe(
      ['| A    | b |', '| ---- | - |', '| 交通 | 1 |'].join('\n'),
    );
  });
});

describe('figures', () => {
  test('a spread is the middle, the least and the most', () => {
    expect(spreadOf([4, 1, 2])).toEqual({ median: 2, least: 1, most: 4 });
    expect(() => spreadOf([])).toThrow(RangeError);
  });

  test('between two values a quantile is interpolated', () => {
    expect(quantile([10, 20], 0.5)).toBe(15);
    expect(quantile([0, 1, 2, 3, 4], 0.25)).toBe(1);
  });

  test('ratios pair the rounds, and rounds that differ in number are an error', () => {
    expect(ratios([1, 6], [2, 3])).toEqual([0.5, 2]);
    expect(() => ratios([1], [])).toThrow(RangeError);
  });
});
