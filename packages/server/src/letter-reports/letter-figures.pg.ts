/**
 * Every figure of the reports that is a count, from the table `letter`. What each one counts is
 * said in docs/letters-reports.md, and counted once more from events in this folder's test.
 */
import type { PlainDate } from '@yichuang/kernel/time';
import type { Db } from '../platform/db/index.ts';
import type { Period } from './report-period.ts';
import type { ReportReader } from './report-reader.ts';

/** A unit's counts in a period. */
export interface UnitCounts extends Counts {
  readonly orgId: string;
  /** Answers that went through the final check here. */
  readonly checked: number;
  /** Of those, never sent back and not found empty. */
  readonly good: number;
}

export interface Counts {
  readonly received: number;
  readonly answered: number;
  readonly onTime: number;
  readonly late: number;
  readonly rated: number;
  readonly satisfied: number;
  /** Calendar days from receipt to the first answer; null where nothing was answered. */
  readonly medianDays: number | null;
}

export interface GroupCount {
  readonly dimension: 'kind' | 'category' | 'division' | 'channel';
  /** Null where a letter names none. */
  readonly key: string | null;
  readonly count: number;
}

export interface WeekCount {
  /** Its Monday. */
  readonly week: PlainDate;
  readonly received: number;
  readonly answered: number;
}

export interface FigureQuery extends Period {
  readonly reader: ReportReader;
  readonly today: PlainDate;
}

/** $1 tenant, $2 and $3 the days of receipt, $4 whether what is withheld counts. */
const SEEN = `l.tenant_id = $1 AND l.received_on BETWEEN $2 AND $3 AND ($4 OR NOT l.is_withheld)`;

/** $5 is today. A limit that stands still is not missed. */
const COUNTS = `count(*)::int AS received, count(l.answered_on)::int AS answered,
  (count(*) FILTER (WHERE l.was_late = false))::int AS "onTime",
  (count(*) FILTER (WHERE l.was_late OR (l.answered_on IS NULL AND l.due_on < $5
    AND c.concluded_on IS NULL AND NOT c.is_suspended AND c.phase NOT IN
      ('acceptance-refused', 'withdrawn', 'terminated', 'voided', 'revoked'))))::int AS late,
  percentile_cont(0.5) WITHIN GROUP (ORDER BY l.answered_on - l.received_on) AS "medianDays"`;

const FROM = `FROM letter l JOIN cases c ON c.tenant_id = l.tenant_id AND c.id = l.case_id`;

/** What the office and the handler were both given. */
const BOTH_CONTENT = `l.office_rating <> 'dissatisfied' AND l.handler_rating <> 'dissatisfied'`;

export function countUnits(db: Db, tenantId: string, query: FigureQuery): Promise<UnitCounts[]> {
  return db.query<UnitCounts>(
    `SELECT l.unit_id AS "orgId", ${COUNTS},
       count(l.handler_rating)::int AS rated,
       (count(*) FILTER (WHERE l.handler_rating <> 'dissatisfied'))::int AS satisfied,
       (count(*) FILTER (WHERE l.answered_on IS NOT NULL AND l.accepted_on IS NOT NULL))::int
         AS checked,
       (count(*) FILTER (WHERE l.answered_on IS NOT NULL AND l.accepted_on IS NOT NULL
         AND l.returns = 0 AND l.findings = 0))::int AS good
     ${FROM} WHERE ${SEEN} AND l.unit_id IS NOT NULL GROUP BY l.unit_id`,
    valuesOf(tenantId, query),
  );
}

export async function countAll(db: Db, tenantId: string, query: FigureQuery): Promise<Counts> {
  const [row] = await db.query<Counts>(
    `SELECT ${COUNTS}, count(l.office_rating)::int AS rated,
       (count(*) FILTER (WHERE ${BOTH_CONTENT}))::int AS satisfied
     ${FROM} WHERE ${SEEN}`,
    valuesOf(tenantId, query),
  );
  if (row === undefined) throw new Error('a count is one row');
  return row;
}

export function countGroups(
  db: Db,
  tenantId: string,
  { from, until, reader }: FigureQuery,
): Promise<GroupCount[]> {
  return db.query<GroupCount>(
    `SELECT CASE WHEN grouping(l.kind) = 0 THEN 'kind' WHEN grouping(l.category) = 0 THEN 'category'
         WHEN grouping(l.division_id) = 0 THEN 'division' ELSE 'channel' END AS dimension,
       CASE WHEN grouping(l.kind) = 0 THEN l.kind WHEN grouping(l.category) = 0 THEN l.category
         WHEN grouping(l.division_id) = 0 THEN l.division_id ELSE l.channel END AS key,
       count(*)::int AS count
     FROM letter l WHERE ${SEEN}
     GROUP BY GROUPING SETS ((l.kind), (l.category), (l.division_id), (l.channel))`,
    [tenantId, from, until, reader.isSpecial],
  );
}

/** Received and answered in each week that has either, whenever the answered ones were received. */
export function countWeeks(
  db: Db,
  tenantId: string,
  { from, until, reader }: FigureQuery,
): Promise<WeekCount[]> {
  return db.query<WeekCount>(
    `SELECT date_trunc('week', day)::date AS week, sum(received)::int AS received,
       sum(answered)::int AS answered
     FROM (
       SELECT l.received_on AS day, 1 AS received, 0 AS answered FROM letter l WHERE ${SEEN}
       UNION ALL
       SELECT l.answered_on, 0, 1 FROM letter l WHERE l.tenant_id = $1
         AND l.answered_on BETWEEN $2 AND $3 AND ($4 OR NOT l.is_withheld)) AS each
     GROUP BY 1 ORDER BY 1`,
    [tenantId, from, until, reader.isSpecial],
  );
}

function valuesOf(tenantId: string, { from, until, reader, today }: FigureQuery): unknown[] {
  return [tenantId, from, until, reader.isSpecial, today];
}
