import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { describeComputer, loadNow } from '../machine.ts';
import { boardPart, boardText, sweepPart, sweepText, withBoard, withSweep } from './board-text.ts';
import { boardExtents } from './measure-board.ts';
import { measureSweep } from './measure-sweep.ts';

/** Makes and fills a database; other tests may share the cores. */
const withinMs = 120_000;
const document = readFileSync(join(import.meta.dirname, '../../docs/performance.md'), 'utf8');

describe('npm run bench -- sweep', () => {
  test(
    'looks at each minute, finds exactly what turned in it, and tells of it',
    async () => {
      const report = await measureSweep({ cases: [80], perMinute: 20, looks: 2 });
      expect(report.sizes).toMatchObject([{ clocks: 320, turned: 20 }]);
      expect(report.sizes[0]?.notices).toBeGreaterThan(0);
      expect(report.sizes[0]?.lookMs.least).toBeGreaterThan(0);
      expect(withSweep(document, report)).toContain(sweepText(report));
    },
    withinMs,
  );

  test('docs/performance.md has the place that it writes to', () => {
    expect(document.split(sweepPart.begin)).toHaveLength(2);
  });
});

describe('npm run bench -- board', () => {
  const times = { p50Ms: 2, p95Ms: 3 };
  const size = { board: times, list: times, page: times };
  const machine = { ...describeComputer(loadNow()), postgres: '18', durability: 'fsync on' };
  const sizes = [
    { cases: 10, ...size },
    { cases: 1000, ...size, board: { p50Ms: 8, p95Ms: 9 } },
  ];
  const report = { machine, extent: boardExtents.quick, sizes };

  test('docs/performance.md has the place that it writes to', () => {
    expect(document.split(boardPart.begin)).toHaveLength(2);
    expect(withBoard(document, report)).toContain(boardText(report));
  });

  test('compares each size with the smallest', () => {
    expect(boardText(report)).toMatch(/`GET \/api\/board` +\| 1,000 +\|.* 4\.0 × +\|/u);
  });
});
