import type { FigureRow, IndicatorDefinition, IndicatorReport } from '@yichuang/contracts';
import { civilDate } from '@yichuang/kernel/time';
import type { Language } from '../platform/refusal.ts';
import { findAssessment, thawed } from './assessment-store.pg.ts';
import type { KeyedCounts } from './case-counts.pg.ts';
import { isCaseCount } from './case-counts.ts';
import type { FigureScope } from './figure-scope.ts';
import { followEvents } from './follow-events.ts';
import { countedNames, gatherCounts } from './gather-counts.ts';
import type { IndicatorDeps } from './indicator-deps.ts';
import { indicatorInfo } from './indicator-info.ts';
import { addCounts, figureOf, NOTHING } from './indicator-values.ts';
import { orgTree, OWN, type OrgTree } from './org-tree.ts';
import { nameOfPeriod, periodBefore, spanOf, type Period } from './periods.ts';

export interface IndicatorQuery extends Period {
  readonly by: 'office' | 'item';
  readonly orgId: string;
  readonly scope: FigureScope;
  readonly language: Language;
}

/** Cases that a reader waits for at most; the job does the rest, and the report says so. */
const MOST_WAITED_FOR = 2_000;

/** All indicators of an office and of what lies below it, beside those of the period before. */
export async function reportIndicators(
  deps: IndicatorDeps,
  query: IndicatorQuery,
): Promise<IndicatorReport> {
  const { from, until, by, orgId, scope, language } = query;
  const { isCurrent } = await followEvents(deps, MOST_WAITED_FOR);
  const tree = orgTree(await deps.directory.orgs());
  const today = civilDate(deps.clock.now());
  const span = spanOf({ from, until }, today);
  const before = periodBefore({ from, until });
  const shown = shownIndicators(deps);
  const name = by === 'office' ? nameOfPeriod({ from, until }) : undefined;
  const [now, then, published] = await Promise.all([
    countRows(deps, tree, query, span),
    countRows(deps, tree, query, spanOf(before, today)),
    name === undefined ? undefined : findAssessment(deps.db, deps.tenantId, name),
  ]);
  const frozen =
    published && officeRows(tree, orgId, thawed(published.counted), { withEmpty: true });
  const rowOf = (row: CountedRow): FigureRow => ({
    key: row.key,
    name: row.name,
    ...(row.hasBelow ? { hasBelow: true } : {}),
    figures: figuresOf(shown, row.counts, {
      before: countsIn(then, row),
      published: frozen && (countsIn(frozen, row) ?? NOTHING),
    }),
  });
  const [total, ...rows] = now.map(rowOf);
  if (total === undefined) throw new Error('a report has a total');
  return {
    from,
    until,
    before,
    asOf: span.asOf,
    isCurrent,
    ...(published === undefined ? {} : { publishedAt: published.publishedAt }),
    orgId,
    path: tree
      .pathTo(orgId)
      .filter((org) => scope.mayRead(org.id))
      .map(({ id, name }) => ({ orgId: id, name })),
    by,
    indicators: shown.map((one) => indicatorInfo(one, language)),
    total,
    rows,
  };
}

export function shownIndicators(deps: IndicatorDeps): readonly IndicatorDefinition[] {
  const names = countedNames(deps);
  return deps.statutes.indicators.filter(({ of }) => names.has(of));
}

interface CountedRow {
  readonly key: string;
  readonly name: string;
  readonly hasBelow: boolean;
  readonly counts: KeyedCounts;
}

/** The total first. */
async function countRows(
  deps: IndicatorDeps,
  tree: OrgTree,
  { by, orgId }: IndicatorQuery,
  span: Parameters<typeof gatherCounts>[1],
): Promise<CountedRow[]> {
  const orgIds = tree.below(orgId);
  const byOrg = await gatherCounts(deps, span, 'org', orgIds);
  const rows = officeRows(tree, orgId, byOrg);
  return by === 'item' ? [...rows.slice(0, 1), ...(await itemRows(deps, span, orgIds))] : rows;
}

/** The office with all below it, then what it has itself, then each office below. */
function officeRows(
  tree: OrgTree,
  orgId: string,
  byOrg: ReadonlyMap<string, KeyedCounts>,
  { withEmpty = false } = {},
): CountedRow[] {
  const sumOf = (ids: readonly string[]): KeyedCounts =>
    addCounts(ids.map((id) => byOrg.get(id) ?? NOTHING));
  const total = {
    key: orgId,
    name: tree.nameOf(orgId),
    hasBelow: false,
    counts: sumOf(tree.below(orgId)),
  };
  const own = byOrg.get(orgId);
  const children = tree.childrenOf(orgId).map(({ id, name }) => ({
    key: id,
    name,
    hasBelow: tree.childrenOf(id).length > 0,
    counts: sumOf(tree.below(id)),
  }));
  const rows = [
    ...(own === undefined || children.length === 0
      ? []
      : [{ ...total, key: `${orgId}${OWN}`, counts: own }]),
    ...children,
  ];
  return [total, ...rows.filter(({ counts }) => withEmpty || isAnything(counts))];
}

function countsIn(rows: readonly CountedRow[], { key }: CountedRow): KeyedCounts | undefined {
  return rows.find((row) => row.key === key)?.counts;
}

async function itemRows(
  deps: IndicatorDeps,
  span: Parameters<typeof gatherCounts>[1],
  orgIds: readonly string[],
): Promise<CountedRow[]> {
  const byItem = await gatherCounts(deps, span, 'item', orgIds);
  const rows = await Promise.all(
    [...byItem].map(async ([code, counts]) => ({
      key: code,
      name: (await deps.findItem(code))?.name ?? code,
      hasBelow: false,
      counts,
    })),
  );
  // A county lists a thousand items; those that nobody asked for say nothing.
  return rows.filter(({ counts }) => hasCases(counts)).toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

function isAnything({ counts }: KeyedCounts): boolean {
  return Object.values(counts).some((n) => n !== 0);
}

function hasCases({ counts }: KeyedCounts): boolean {
  return Object.entries(counts).some(([name, n]) => n !== 0 && isCaseCount(name));
}

function figuresOf(
  shown: readonly IndicatorDefinition[],
  now: KeyedCounts,
  others: {
    readonly before: KeyedCounts | undefined;
    readonly published: KeyedCounts | undefined;
  },
): FigureRow['figures'] {
  const valueIn = (one: IndicatorDefinition, counts: KeyedCounts | undefined) =>
    counts === undefined ? undefined : figureOf(one, counts).value;
  return Object.fromEntries(
    shown.map((one) => {
      const before = valueIn(one, others.before);
      const published = valueIn(one, others.published);
      return [
        one.id,
        {
          ...figureOf(one, now),
          ...(before === undefined ? {} : { before }),
          ...(published === undefined ? {} : { published }),
        },
      ];
    }),
  );
}
