/** Every count of a period, from cases, catalogue and the other areas, under one key each. */
import { countCases, type CountedSpan, type CountKey, type KeyedCounts } from './case-counts.pg.ts';
import { caseCounts } from './case-counts.ts';
import type { IndicatorDeps } from './indicator-deps.ts';
import { mergeCounts } from './indicator-values.ts';
import { countItems, itemCountNames } from './item-counts.pg.ts';

export async function gatherCounts(
  deps: IndicatorDeps,
  span: CountedSpan,
  by: CountKey,
  orgIds?: readonly string[],
): Promise<Map<string, KeyedCounts>> {
  const { db, tenantId, statutes, sources } = deps;
  const calendarRules = statutes.rules.filter(({ unit }) => unit !== 'WD').map(({ id }) => id);
  const [cases, items, ...others] = await Promise.all([
    countCases(db, tenantId, by, span, orgIds === undefined ? {} : { orgIds }),
    countItems(db, tenantId, by, span.until, calendarRules, orgIds),
    ...sources.map((source) => source.count(span, by)),
  ]);
  return mergeCounts(cases, [items, ...others]);
}

/** Names that something counts here; a median is of the working days. */
export function countedNames({ sources }: Pick<IndicatorDeps, 'sources'>): ReadonlySet<string> {
  return new Set([
    'workingDays',
    ...Object.keys(caseCounts),
    ...itemCountNames,
    ...sources.flatMap(({ names }) => names),
  ]);
}
