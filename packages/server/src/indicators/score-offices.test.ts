import type { AssessmentScheme, IndicatorDefinition } from '@yichuang/contracts';
import { plainDate } from '@yichuang/kernel/time';
import { describe, expect, it } from 'vitest';
import type { KeyedCounts } from './case-counts.pg.ts';
import { medianOf } from './indicator-values.ts';
import { nameOfPeriod, periodBefore, periodOf, spanOf } from './periods.ts';
import { scoreOffices } from './score-offices.ts';

const share = (id: string, of: string, per: string): IndicatorDefinition => ({
  id,
  group: 'time',
  name: id,
  nameEn: id,
  kind: 'share',
  of,
  per,
  formula: '',
  formulaEn: '',
  better: 'higher',
});
const indicators = [share('on-time', 'onTime', 'due'), share('late', 'late', 'due')];
const scheme: AssessmentScheme = {
  lines: [
    { indicator: 'on-time', weight: 30, zero: 0.8, full: 1 },
    { indicator: 'late', weight: 10, zero: 0.2, full: 0 },
  ],
  vetoes: [{ id: 'too-late', name: 'x', nameEn: 'x', count: 'late', over: 2 }],
  grades: [
    { name: '优秀', nameEn: 'Excellent', least: 90 },
    { name: '不合格', nameEn: 'Fail', least: 0 },
  ],
};
const office = (counts: Record<string, number>): KeyedCounts => ({
  counts,
  workingDays: new Map(),
});

function scoreOf(counts: Record<string, number>) {
  const [scored] = scoreOffices(scheme, indicators, new Map([['a', office(counts)]]));
  return scored;
}

describe('a score', () => {
  it('is the weights earned in proportion, out of those that apply', () => {
    const scored = scoreOf({ onTime: 18, due: 20, late: 1 });
    expect(scored?.lines.map(({ points }) => points)).toEqual([15, 7.5]);
    expect(scored).toMatchObject({ points: 56.25, score: 56.25, grade: 1, rank: 1 });
  });

  it('lies between nothing and all, however bad or good the figure', () => {
    expect(scoreOf({ onTime: 20, due: 20 })?.score).toBe(100);
    expect(scoreOf({ onTime: 1, due: 200, late: 2 })?.score).toBe(23.75);
  });

  it('is none where no line has a figure, and then has no rank', () => {
    expect(scoreOf({})).toEqual({ orgId: 'a', lines: scheme.lines, vetoes: [] });
  });

  it('is nothing after a veto, and says what it would have been', () => {
    const scored = scoreOf({ onTime: 97, due: 100, late: 3 });
    expect(scored).toMatchObject({
      score: 0,
      grade: 1,
      vetoes: [{ id: 'too-late', n: 3, over: 2 }],
    });
    expect(scored?.points).toBeGreaterThan(80);
  });
});

describe('a period', () => {
  it('has a name for a month, a quarter, a half and a year, and for nothing else', () => {
    for (const name of ['2026-02', '2026-Q3', '2026-H2', '2028']) {
      expect(nameOfPeriod(periodOf(name))).toBe(name);
    }
    const days = { from: plainDate('2026-02-01'), until: plainDate('2026-02-27') };
    expect(nameOfPeriod(days)).toBeUndefined();
  });

  it('is compared with as many whole months before it, or as many days', () => {
    expect(periodBefore(periodOf('2026-Q1'))).toEqual(periodOf('2025-Q4'));
    expect(periodBefore({ from: plainDate('2026-03-05'), until: plainDate('2026-03-07') })).toEqual(
      {
        from: '2026-03-02',
        until: '2026-03-04',
      },
    );
  });

  it('judges what is open on the day after it, or today while it lasts', () => {
    expect(spanOf(periodOf('2026-02'), plainDate('2026-05-01')).asOf).toBe('2026-03-01');
    expect(spanOf(periodOf('2026-02'), plainDate('2026-02-10')).asOf).toBe('2026-02-10');
  });
});

it('a median of an even number lies between the two in the middle', () => {
  expect(
    medianOf(
      new Map([
        [5, 1],
        [1, 1],
        [2, 2],
      ]),
    ),
  ).toBe(2);
  expect(
    medianOf(
      new Map([
        [4, 2],
        [1, 2],
      ]),
    ),
  ).toBe(2.5);
});
