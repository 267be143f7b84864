import type { IndicatorDefinition, IndicatorSeries } from '@yichuang/contracts';
import { civilDate } from '@yichuang/kernel/time';
import { gatherCounts } from './gather-counts.ts';
import type { IndicatorDeps } from './indicator-deps.ts';
import { addCounts, figureOf } from './indicator-values.ts';
import { orgTree } from './org-tree.ts';
import { periodBefore, spanOf, type Period } from './periods.ts';

const POINTS = 6;

/** One indicator over the periods that lead up to this one, oldest first. */
export async function reportSeries(
  deps: IndicatorDeps,
  indicator: IndicatorDefinition,
  { from, until, orgId }: Period & { readonly orgId: string },
): Promise<IndicatorSeries> {
  const tree = orgTree(await deps.directory.orgs());
  const orgIds = tree.below(orgId);
  const today = civilDate(deps.clock.now());
  const points: IndicatorSeries['points'] = [];
  let period: Period = { from, until };
  for (let i = 0; i < POINTS; i += 1) {
    const counts = await gatherCounts(deps, spanOf(period, today), 'org', orgIds);
    const known = orgIds.flatMap((id) => counts.get(id) ?? []);
    points.unshift({ ...period, figure: figureOf(indicator, addCounts(known)) });
    period = periodBefore(period);
  }
  return { indicator: indicator.id, points };
}
