import type { CountedCases, IndicatorDefinition } from '@yichuang/contracts';
import { civilDate } from '@yichuang/kernel/time';
import { listCounted, type ListedPart } from './case-counts.pg.ts';
import { isCaseCount } from './case-counts.ts';
import type { IndicatorDeps } from './indicator-deps.ts';
import { orgTree } from './org-tree.ts';
import { spanOf, type Period } from './periods.ts';

export interface CaseListQuery extends Period {
  readonly indicator: IndicatorDefinition;
  /** Those counted above the line, those below it, or those below and not above. */
  readonly part: 'of' | 'per' | 'missing';
  readonly orgId: string;
  readonly isOwn: boolean;
  readonly itemCode?: string;
  readonly after?: string;
}

const PAGE = 50;

/** Undefined where the indicator is not counted from cases. */
export async function listCountedCases(
  deps: IndicatorDeps,
  { indicator, part, orgId, isOwn, itemCode, after = '', ...period }: CaseListQuery,
): Promise<CountedCases | undefined> {
  const listed = partOf(indicator, part);
  if (listed === undefined) return undefined;
  const { db, tenantId, clock, directory } = deps;
  const tree = orgTree(await directory.orgs());
  const span = spanOf(period, civilDate(clock.now()));
  const orgIds = isOwn ? [orgId] : tree.below(orgId);
  const scope = { orgIds, ...(itemCode === undefined ? {} : { itemCode }) };
  const page = { after, limit: PAGE + 1 };
  const found = await listCounted(db, tenantId, span, scope, listed, page);
  const cases = await Promise.all(
    found.slice(0, PAGE).map(async (one) => ({
      caseId: one.caseId,
      number: one.number,
      itemName: (await deps.findItem(one.itemCode))?.name ?? one.itemCode,
      orgName: tree.nameOf(one.orgId),
      receivedOn: one.receivedOn,
      adds: one.adds,
      ...(one.dueOn === null ? {} : { dueOn: one.dueOn }),
      ...(one.doneOn === null ? {} : { doneOn: one.doneOn }),
      ...(one.outcome === null ? {} : { outcome: one.outcome }),
      ...(one.usedDays === null ? {} : { usedDays: one.usedDays }),
      ...(one.limitDays === null ? {} : { limitDays: one.limitDays }),
      ...(one.unit === null ? {} : { unit: one.unit }),
    })),
  );
  const last = cases.at(-1);
  return found.length > PAGE && last !== undefined ? { cases, next: last.number } : { cases };
}

function partOf(
  { of, per, kind }: IndicatorDefinition,
  part: CaseListQuery['part'],
): ListedPart | undefined {
  if (kind === 'median') return { of: 'decided' };
  const above = isCaseCount(of) ? of : undefined;
  const below = per !== undefined && isCaseCount(per) ? per : undefined;
  if (part === 'of') return above === undefined ? undefined : { of: above };
  if (below === undefined) return undefined;
  if (part === 'per' || above === undefined) return { of: below };
  return { of: below, without: above };
}
