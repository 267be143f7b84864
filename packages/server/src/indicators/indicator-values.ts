/** From counts to figures, and from offices to the offices above them. Pure. */
import type { Figure, IndicatorDefinition } from '@yichuang/contracts';
import type { Counts, KeyedCounts, Spread } from './case-counts.pg.ts';

const SHARE_PLACES = 10_000;
const MEAN_PLACES = 100;

/** Undefined value where there is nothing to divide by: no rate of nothing. */
export function figureOf(
  { kind, of, per }: IndicatorDefinition,
  { counts, workingDays }: KeyedCounts,
): Figure {
  if (kind === 'median') {
    const n = sizeOf(workingDays);
    return n === 0 ? { of: 0 } : { of: n, value: medianOf(workingDays) };
  }
  const part = counts[of] ?? 0;
  if (kind === 'count' || per === undefined) return { of: part, value: part };
  const whole = counts[per] ?? 0;
  if (whole === 0) return { of: part, per: 0 };
  const places = kind === 'share' ? SHARE_PLACES : MEAN_PLACES;
  return { of: part, per: whole, value: Math.round((part * places) / whole) / places };
}

function sizeOf(spread: Spread): number {
  let n = 0;
  for (const count of spread.values()) n += count;
  return n;
}

/** Of an even number the mean of the two in the middle. */
export function medianOf(spread: Spread): number {
  const n = sizeOf(spread);
  const sorted = [...spread].toSorted(([a], [b]) => a - b);
  const at = (place: number): number => {
    let passed = 0;
    for (const [days, count] of sorted) {
      passed += count;
      if (passed > place) return days;
    }
    throw new Error('the middle of nothing');
  };
  return (at(Math.floor((n - 1) / 2)) + at(Math.floor(n / 2))) / 2;
}

export const NOTHING: KeyedCounts = { counts: {}, workingDays: new Map() };

export function addCounts(all: readonly KeyedCounts[]): KeyedCounts {
  const counts: Record<string, number> = {};
  const workingDays = new Map<number, number>();
  for (const one of all) {
    for (const [name, n] of Object.entries(one.counts)) counts[name] = (counts[name] ?? 0) + n;
    for (const [days, n] of one.workingDays) {
      workingDays.set(days, (workingDays.get(days) ?? 0) + n);
    }
  }
  return { counts, workingDays };
}

/** Counts of one key from several sources. */
export function mergeCounts(
  cases: ReadonlyMap<string, KeyedCounts>,
  others: readonly ReadonlyMap<string, Counts>[],
): Map<string, KeyedCounts> {
  const merged = new Map(cases);
  for (const source of others) {
    for (const [key, counts] of source) {
      const known = merged.get(key) ?? NOTHING;
      merged.set(key, { ...known, counts: { ...known.counts, ...counts } });
    }
  }
  return merged;
}
