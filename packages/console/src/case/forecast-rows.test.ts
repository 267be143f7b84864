import type { ForecastView } from '@yichuang/contracts';
import { describe, expect, it } from 'vitest';
import { forecastRows } from './forecast-rows.ts';

function entry(nodeId: string, within: readonly (readonly ['choice' | 'parallel', string])[] = []) {
  return {
    nodeId,
    kind: 'step',
    name: nodeId,
    isOpen: false,
    isCertain: true,
    postNames: [],
    holderNames: [],
    maySkip: false,
    within: within.map(([kind, branchId]) => ({
      splitId: kind,
      splitName: kind,
      kind,
      branchId,
      isLikely: true,
    })),
  } satisfies ForecastView;
}

function told(entries: readonly ForecastView[]): string[] {
  return forecastRows(entries).map((row) => `${row.relation ?? ''} ${row.entry.nodeId}`.trim());
}

describe('the lines of a forecast', () => {
  it('leave out what is open, which is shown with its holders', () => {
    expect(told([{ ...entry('a'), isOpen: true }, entry('b')])).toEqual(['b']);
  });

  it('say “or” between branches of a choice, “meanwhile” between those of a parallel', () => {
    expect(
      told([
        entry('a', [['choice', 'x']]),
        entry('b', [['choice', 'x']]),
        entry('c', [['choice', 'y']]),
        entry('d', [['parallel', 'x']]),
        entry('e', [['parallel', 'y']]),
        entry('f'),
      ]),
    ).toEqual(['a', 'b', 'or c', 'd', 'beside e', 'f']);
  });

  it('look at the outermost split in which two lines differ', () => {
    expect(
      told([
        entry('a', [
          ['parallel', 'x'],
          ['choice', 'p'],
        ]),
        entry('b', [
          ['parallel', 'y'],
          ['choice', 'q'],
        ]),
      ]),
    ).toEqual(['a', 'beside b']);
  });
});
