/** Scores of an assessment: every line of the computation stands in the result. Pure. */
import type { AssessmentScheme, IndicatorDefinition } from '@yichuang/contracts';
import type { KeyedCounts } from './case-counts.pg.ts';
import { figureOf } from './indicator-values.ts';

/** As it is kept: without names, which are a language's. */
export interface OfficeScore {
  readonly orgId: string;
  readonly lines: readonly ScoreLine[];
  /** Veto items that the office has run into. */
  readonly vetoes: readonly { readonly id: string; readonly n: number; readonly over: number }[];
  /** Before any veto; absent where no line applies. */
  readonly points?: number;
  readonly score?: number;
  /** Place in the scheme's grades. */
  readonly grade?: number;
  readonly rank?: number;
}

export interface ScoreLine {
  readonly indicator: string;
  readonly weight: number;
  readonly zero: number;
  readonly full: number;
  readonly value?: number;
  readonly n?: number;
  readonly share?: number;
  readonly points?: number;
}

const FULL_MARKS = 100;

/**
 * Between the value that earns nothing and the one that earns all, a line earns in proportion. A
 * line without a figure is left out and its weight with it: nobody is marked down for having had
 * no letter to answer. One veto 单项否决 makes the score nothing.
 */
export function scoreOffices(
  scheme: AssessmentScheme,
  indicators: readonly IndicatorDefinition[],
  offices: ReadonlyMap<string, KeyedCounts>,
): OfficeScore[] {
  const scored = [...offices].map(([orgId, counts]) =>
    scoreOffice(scheme, indicators, orgId, counts),
  );
  const sorted = scored.toSorted(
    (a, b) => (b.score ?? -1) - (a.score ?? -1) || (a.orgId < b.orgId ? -1 : 1),
  );
  return sorted.map((one) => {
    if (one.score === undefined) return one;
    const rank = 1 + sorted.findIndex(({ score }) => score === one.score);
    return { ...one, rank };
  });
}

function scoreOffice(
  scheme: AssessmentScheme,
  indicators: readonly IndicatorDefinition[],
  orgId: string,
  counts: KeyedCounts,
): OfficeScore {
  const lines = scheme.lines.map((line): ScoreLine => {
    const indicator = indicators.find(({ id }) => id === line.indicator);
    const figure = indicator === undefined ? undefined : figureOf(indicator, counts);
    if (figure?.value === undefined) return line;
    const share = toPlaces(shareOf(figure.value, line), 4);
    const n = figure.per ?? figure.of;
    return { ...line, value: figure.value, n, share, points: toPlaces(line.weight * share, 2) };
  });
  const vetoes = scheme.vetoes.flatMap(({ id, count, over }) => {
    const n = counts.counts[count] ?? 0;
    return n > over ? [{ id, n, over }] : [];
  });
  const counted = lines.filter(({ points }) => points !== undefined);
  if (counted.length === 0) return { orgId, lines, vetoes };
  const earned = counted.reduce((sum, { points = 0 }) => sum + points, 0);
  const weights = counted.reduce((sum, { weight }) => sum + weight, 0);
  const points = toPlaces((earned / weights) * FULL_MARKS, 2);
  const score = vetoes.length > 0 ? 0 : points;
  const grade = scheme.grades.findIndex(({ least }) => score >= least);
  return { orgId, lines, vetoes, points, score, ...(grade < 0 ? {} : { grade }) };
}

function shareOf(
  value: number,
  { zero, full }: { readonly zero: number; readonly full: number },
): number {
  return Math.min(1, Math.max(0, (value - zero) / (full - zero)));
}

function toPlaces(value: number, places: number): number {
  const scale = 10 ** places;
  return Math.round(value * scale) / scale;
}
