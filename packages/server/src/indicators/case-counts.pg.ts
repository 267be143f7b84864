import type { PlainDate } from '@yichuang/kernel/time';
import type { Db } from '../platform/db/index.ts';
import { caseCounts, COUNTED_CASES, type CaseCount, type CaseCountName } from './case-counts.ts';

/** A period and the day on which what is open is judged. */
export interface CountedSpan {
  readonly from: PlainDate;
  readonly until: PlainDate;
  readonly asOf: PlainDate;
}

export type Counts = Readonly<Record<string, number>>;

/** How many cases took how many days: medians of any group of them, exactly. */
export type Spread = ReadonlyMap<number, number>;

export interface KeyedCounts {
  readonly counts: Counts;
  readonly workingDays: Spread;
}

/** Which cases a figure is about beside its period: of some offices, of an item. */
export interface CaseScope {
  /** Absent: of all. */
  readonly orgIds?: readonly string[];
  readonly itemCode?: string;
}

const NAMES = Object.keys(caseCounts) as CaseCountName[];

const SELECTED = NAMES.map((name) => {
  const { when, sum }: CaseCount = caseCounts[name];
  const filter = `FILTER (WHERE ${when})`;
  const counted = sum === undefined ? `count(*) ${filter}` : `coalesce(sum(${sum}) ${filter}, 0)`;
  return `(${counted})::int8 AS "${name}"`;
}).join(',\n');

const IN_SCOPE = `($5::text[] IS NULL OR f.org_id = ANY ($5)) AND ($6::text IS NULL
  OR f.item_code = $6)`;

const KEYS = { org: 'f.org_id', item: 'f.item_code' } as const;
export type CountKey = keyof typeof KEYS;

/** Every count of cases, by office or by item. */
export async function countCases(
  db: Db,
  tenantId: string,
  by: CountKey,
  span: CountedSpan,
  scope: CaseScope = {},
): Promise<Map<string, KeyedCounts>> {
  const values = valuesOf(tenantId, span, scope);
  const key = KEYS[by];
  const [rows, days] = await Promise.all([
    db.query<Record<string, number> & { readonly key: string }>(
      `SELECT ${key} AS key, ${SELECTED} FROM case_figure f
       WHERE ${COUNTED_CASES} AND ${IN_SCOPE} GROUP BY 1`,
      values,
    ),
    db.query<{ key: string; days: number; n: number }>(
      `SELECT ${key} AS key, f.working_days AS days, count(*)::int AS n FROM case_figure f
       WHERE f.tenant_id = $1 AND f.lifecycle = 'service' AND ${caseCounts.decided.when}
         AND $4::date IS NOT NULL AND ${IN_SCOPE} AND f.working_days IS NOT NULL GROUP BY 1, 2`,
      values,
    ),
  ]);
  const spreads = new Map<string, Map<number, number>>();
  for (const { key: of, days: taken, n } of days) {
    const spread = spreads.get(of) ?? new Map<number, number>();
    spreads.set(of, spread.set(taken, n));
  }
  return new Map(
    rows.map(({ key: of, ...counts }) => [
      of,
      { counts, workingDays: spreads.get(of) ?? new Map() },
    ]),
  );
}

export interface CountedCase {
  readonly caseId: string;
  readonly number: string;
  readonly itemCode: string;
  readonly orgId: string;
  readonly receivedOn: PlainDate;
  readonly dueOn: PlainDate | null;
  readonly doneOn: PlainDate | null;
  readonly outcome: string | null;
  readonly usedDays: number | null;
  readonly limitDays: number | null;
  readonly unit: string | null;
  /** What the case adds to the count. */
  readonly adds: number;
}

export interface ListedPart {
  readonly of: CaseCountName;
  /** Of `of`, those that are not in this one. */
  readonly without?: CaseCountName;
}

/** The cases that a figure counted, or those that are missing from it; by number. */
export function listCounted(
  db: Db,
  tenantId: string,
  span: CountedSpan,
  scope: CaseScope,
  { of, without }: ListedPart,
  page: { readonly after: string; readonly limit: number },
): Promise<CountedCase[]> {
  const { when, sum = '1' }: CaseCount = caseCounts[of];
  // Of a sum those that add nothing to it are not what is looked for.
  const adding = sum === '1' ? '' : `AND (${sum}) <> 0`;
  const missing = without === undefined ? '' : `AND NOT (${caseCounts[without].when})`;
  return db.query<CountedCase>(
    `SELECT f.case_id AS "caseId", f.number, f.item_code AS "itemCode", f.org_id AS "orgId",
       f.received_on AS "receivedOn", f.due_on AS "dueOn", f.done_on AS "doneOn", f.outcome,
       f.used_days AS "usedDays", f.limit_days AS "limitDays", f.unit, (${sum})::int AS adds
     FROM case_figure f
     WHERE ${COUNTED_CASES} AND ${IN_SCOPE} AND (${when}) ${adding} ${missing}
       AND f.number > $7 ORDER BY f.number LIMIT $8`,
    [...valuesOf(tenantId, span, scope), page.after, page.limit],
  );
}

function valuesOf(tenantId: string, span: CountedSpan, scope: CaseScope): unknown[] {
  const { from, until, asOf } = span;
  return [tenantId, from, until, asOf, scope.orgIds ?? null, scope.itemCode ?? null];
}
