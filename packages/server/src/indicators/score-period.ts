/** Scores of a period by any scheme: of what was frozen, or of what stands there now. */
import type { AssessmentScheme } from '@yichuang/contracts';
import { civilDate } from '@yichuang/kernel/time';
import type { KeyedCounts } from './case-counts.pg.ts';
import { followEvents } from './follow-events.ts';
import { gatherCounts } from './gather-counts.ts';
import type { IndicatorDeps } from './indicator-deps.ts';
import { addCounts, NOTHING } from './indicator-values.ts';
import type { OrgTree } from './org-tree.ts';
import { periodOf, spanOf } from './periods.ts';
import { scoreOffices, type OfficeScore } from './score-offices.ts';

/** Counts of each office by itself, as they are now. @param period by its name */
export async function countPeriod(
  deps: IndicatorDeps,
  period: string,
): Promise<ReadonlyMap<string, KeyedCounts>> {
  await followEvents(deps);
  return gatherCounts(deps, spanOf(periodOf(period), civilDate(deps.clock.now())), 'org');
}

/** Departments and townships, each with everything below it, that had anything to do. */
export function scorePeriod(
  { statutes }: Pick<IndicatorDeps, 'statutes'>,
  tree: OrgTree,
  scheme: AssessmentScheme,
  byOrg: ReadonlyMap<string, KeyedCounts>,
): readonly OfficeScore[] {
  const offices = new Map(
    tree.childrenOf(tree.rootId).flatMap(({ id }) => {
      const counts = addCounts(tree.below(id).map((each) => byOrg.get(each) ?? NOTHING));
      const { due = 0, ended = 0, lettersDue = 0 } = counts.counts;
      return due + ended + lettersDue === 0 ? [] : [[id, counts] as const];
    }),
  );
  return scoreOffices(scheme, statutes.indicators, offices);
}
