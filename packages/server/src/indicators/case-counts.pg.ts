import type { PlainDate } from '@yichuang/kernel/time';
import type { Db } from '../platform/db/index.ts';
import {
  caseCounts,
  caseSums,
  periodFacts,
  type CaseCount,
  type CaseCountName,
} from './case-counts.ts';
import { figureFlags } from './figure-flags.ts';

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

const KEYS = { org: 'f.org_id', item: 'f.item_code' } as const;
export type CountKey = keyof typeof KEYS;

const PERIOD_FACTS = Object.entries(periodFacts)
  .map(([name, fact]) => `coalesce(${fact}, false) AS ${name}`)
  .join(', ');

const FLAGS = figureFlags.map((name, i) => `(g.flags & ${1 << i}) <> 0 AS ${name}`).join(', ');

/** Internal approvals and letters live other lives: see their own reports. */
const COUNTED_CASES = `f.tenant_id = $1 AND f.lifecycle = 'service'
  AND ($5::text[] IS NULL OR f.org_id = ANY ($5)) AND ($6::text IS NULL OR f.item_code = $6)
  AND (${Object.values(periodFacts)
    .map((fact) => `(${fact})`)
    .join(' OR ')})`;

const SUMMED = Object.entries(caseSums)
  .map(([name, summed]) => `coalesce(sum(${summed}), 0) AS sum_${name}`)
  .join(', ');

const SELECTED = (Object.keys(caseCounts) as CaseCountName[])
  .map((name) => {
    const { when, sum }: CaseCount = caseCounts[name];
    const added = sum === undefined ? 'f.cases' : `f.sum_${sum}`;
    return `coalesce(sum(${added}) FILTER (WHERE ${when}), 0)::int8 AS "${name}"`;
  })
  .join(',\n');

const groupedBy = (key: string): string => `
  SELECT g.*, ${FLAGS} FROM (
    SELECT ${key} AS key, f.flags, ${PERIOD_FACTS}, count(*) AS cases, ${SUMMED}
    FROM case_figure f WHERE ${COUNTED_CASES}
    GROUP BY ${key}, f.flags, ${Object.keys(periodFacts).join(', ')}) AS g`;

const LISTED = `
  SELECT g.*, ${FLAGS} FROM (
    SELECT f.*, ${PERIOD_FACTS}, 1 AS cases,
      ${Object.entries(caseSums)
        .map(([name, summed]) => `coalesce(${summed}, 0) AS sum_${name}`)
        .join(', ')}
    FROM case_figure f WHERE ${COUNTED_CASES}) AS g`;

/** Every count of cases, by office or by item. */
export async function countCases(
  db: Db,
  tenantId: string,
  by: CountKey,
  span: CountedSpan,
  scope: CaseScope = {},
): Promise<Map<string, KeyedCounts>> {
  const [rows, spreads] = await Promise.all([
    db.query<Record<string, number> & { readonly key: string }>(
      `SELECT f.key, ${SELECTED} FROM (${groupedBy(KEYS[by])}) AS f GROUP BY f.key`,
      valuesOf(tenantId, span, scope),
    ),
    readSpreads(db, tenantId, by, span, scope),
  ]);
  return new Map(
    rows.map(({ key, ...counts }) => [key, { counts, workingDays: spreads.get(key) ?? new Map() }]),
  );
}

async function readSpreads(
  db: Db,
  tenantId: string,
  by: CountKey,
  { from, until }: CountedSpan,
  { orgIds, itemCode }: CaseScope,
): Promise<ReadonlyMap<string, Spread>> {
  const key = KEYS[by];
  const rows = await db.query<{ key: string; days: number; n: number }>(
    `SELECT ${key} AS key, f.working_days AS days, count(*)::int AS n FROM case_figure f
     WHERE f.tenant_id = $1 AND f.lifecycle = 'service' AND f.done_on BETWEEN $2 AND $3
       AND f.working_days IS NOT NULL AND ($4::text[] IS NULL OR f.org_id = ANY ($4))
       AND ($5::text IS NULL OR f.item_code = $5)
     GROUP BY 1, 2`,
    [tenantId, from, until, orgIds ?? null, itemCode ?? null],
  );
  const spreads = new Map<string, Map<number, number>>();
  for (const { key: of, days, n } of rows) {
    const spread = spreads.get(of) ?? new Map<number, number>();
    spreads.set(of, spread.set(days, n));
  }
  return spreads;
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
  const { when, sum }: CaseCount = caseCounts[of];
  // Of a sum those that add nothing to it are not what is looked for.
  const added = sum === undefined ? 'f.cases' : `f.sum_${sum}`;
  const missing = without === undefined ? '' : `AND NOT (${caseCounts[without].when})`;
  return db.query<CountedCase>(
    `SELECT f.case_id AS "caseId", f.number, f.item_code AS "itemCode", f.org_id AS "orgId",
       f.received_on AS "receivedOn", f.due_on AS "dueOn", f.done_on AS "doneOn", f.outcome,
       f.used_days AS "usedDays", f.limit_days AS "limitDays", f.unit, (${added})::int AS adds
     FROM (${LISTED}) AS f
     WHERE ${when} AND ${added} <> 0 ${missing} AND f.number > $7 ORDER BY f.number LIMIT $8`,
    [...valuesOf(tenantId, span, scope), page.after, page.limit],
  );
}

function valuesOf(tenantId: string, span: CountedSpan, scope: CaseScope): unknown[] {
  const { from, until, asOf } = span;
  return [tenantId, from, until, asOf, scope.orgIds ?? null, scope.itemCode ?? null];
}
