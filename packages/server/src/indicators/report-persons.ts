import type { PersonReport } from '@yichuang/contracts';
import type { IndicatorDeps } from './indicator-deps.ts';
import { orgTree } from './org-tree.ts';
import type { Period } from './periods.ts';
import { countPersons } from './person-counts.pg.ts';
import { followEvents } from './follow-events.ts';

const SHARE_PLACES = 10_000;

/** For who watches, and for the leader of the office in whose post somebody acted. */
export async function reportPersons(
  deps: IndicatorDeps,
  { from, until, orgId }: Period & { readonly orgId: string },
): Promise<PersonReport> {
  await followEvents(deps);
  const tree = orgTree(await deps.directory.orgs());
  const persons = await countPersons(deps.db, deps.tenantId, { from, until }, tree.below(orgId));
  return {
    from,
    until,
    rows: persons.map(({ orgId: of, medianWorkingDays, medianSeconds, ...counts }) => ({
      ...counts,
      orgName: tree.nameOf(of),
      ...(counts.withLimit === 0 ? {} : { onTimeShare: onTimeShare(counts) }),
      ...(medianWorkingDays === null ? {} : { medianWorkingDays }),
      ...(medianSeconds === null ? {} : { medianSeconds }),
    })),
  };
}

function onTimeShare({ withLimit, late }: { readonly withLimit: number; readonly late: number }) {
  return Math.round(((withLimit - late) * SHARE_PLACES) / withLimit) / SHARE_PLACES;
}
