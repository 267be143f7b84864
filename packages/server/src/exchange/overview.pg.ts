/** What the console shows of the upload. Numbers and names of items, never of people. */
import type { UploadDayState, UploadDifference, UploadHeldCase } from '@yichuang/contracts';
import type { Instant } from '@yichuang/kernel/time';
import type { Db } from '../platform/db/index.ts';

export interface Behind {
  readonly cases: number;
  readonly since: Instant | null;
  readonly held: number;
}

export async function readBehind(db: Db, tenantId: string): Promise<Behind> {
  const [row] = await db.query<{ cases: number; since: Instant | null; held: number }>(
    `SELECT count(*) FILTER (WHERE held_at IS NULL AND problem IS NULL) AS cases,
       min(behind_since) FILTER (WHERE held_at IS NULL AND problem IS NULL) AS since,
       count(*) FILTER (WHERE problem IS NOT NULL) AS held
     FROM exchange_case WHERE tenant_id = $1 AND head_seq > sent_seq`,
    [tenantId],
  );
  return row ?? { cases: 0, since: null, held: 0 };
}

const MOST_HELD = 200;

export async function listHeld(db: Db, tenantId: string): Promise<UploadHeldCase[]> {
  const rows = await db.query<{
    case_id: string;
    number: string;
    item_name: string;
    held_at: Instant | null;
    try_at: Instant;
    problem: UploadHeldCase['problem'];
  }>(
    `SELECT x.case_id, c.number, c.item_name, x.held_at, x.try_at, x.problem
     FROM exchange_case x JOIN cases c ON c.tenant_id = x.tenant_id AND c.id = x.case_id
     WHERE x.tenant_id = $1 AND x.head_seq > x.sent_seq AND x.problem IS NOT NULL
     ORDER BY x.behind_since, x.case_id LIMIT $2`,
    [tenantId, MOST_HELD],
  );
  return rows.map((row) => ({
    caseId: row.case_id,
    number: row.number,
    itemName: row.item_name,
    ...(row.held_at === null ? { tryAt: row.try_at } : { heldAt: row.held_at }),
    problem: row.problem,
  }));
}

/** Newest first; days of which nothing was told and nothing compared are left out. */
export async function listDays(
  db: Db,
  tenantId: string,
  { from, most }: { readonly from: string; readonly most: number },
): Promise<UploadDayState[]> {
  const rows = await db.query<{
    day: string;
    messages: number;
    cases: number;
    compared_at: Instant | null;
    differences: number;
  }>(
    `SELECT coalesce(m.day, d.day) AS day, coalesce(m.messages, 0) AS messages,
       coalesce(m.cases, 0) AS cases, d.compared_at, coalesce(d.differences, 0) AS differences
     FROM (SELECT day, count(*) AS messages, count(DISTINCT case_id) AS cases
       FROM exchange_message WHERE tenant_id = $1 AND day >= $2 GROUP BY day) m
     FULL JOIN (SELECT day, compared_at, differences FROM exchange_day
       WHERE tenant_id = $1 AND (day >= $2 OR differences > 0)) d ON d.day = m.day
     WHERE m.day IS NOT NULL OR d.differences > 0
     ORDER BY 1 DESC LIMIT $3`,
    [tenantId, from, most],
  );
  return rows.map(({ compared_at: comparedAt, ...row }) => ({
    ...row,
    ...(comparedAt === null ? {} : { comparedAt }),
  }));
}

export async function readDay(
  db: Db,
  tenantId: string,
  day: string,
): Promise<{
  readonly comparedAt: Instant | undefined;
  readonly tables: readonly { readonly table: string; readonly messages: number }[];
}> {
  const [compared] = await db.query<{ compared_at: Instant }>(
    'SELECT compared_at FROM exchange_day WHERE tenant_id = $1 AND day = $2',
    [tenantId, day],
  );
  const tables = await db.query<{ table: string; messages: number }>(
    `SELECT table_name AS table, count(*) AS messages FROM exchange_message
     WHERE tenant_id = $1 AND day = $2 GROUP BY table_name ORDER BY table_name`,
    [tenantId, day],
  );
  return { comparedAt: compared?.compared_at, tables };
}

const MOST_DIFFERENCES = 500;

export async function listDifferences(
  db: Db,
  tenantId: string,
  day: string,
): Promise<Omit<UploadDifference, 'tableTitle'>[]> {
  const rows = await db.query<{
    case_ref: string;
    number: string | null;
    seq: number;
    table_name: string;
    kind: UploadDifference['kind'];
  }>(
    `SELECT d.case_ref, c.number, d.seq, d.table_name, d.kind FROM exchange_difference d
     LEFT JOIN cases c ON c.tenant_id = $1 AND c.id::text = d.case_ref
     WHERE d.tenant_id = $1 AND d.day = $2
     ORDER BY c.number NULLS LAST, d.case_ref, d.seq, d.table_name LIMIT $3`,
    [tenantId, day, MOST_DIFFERENCES],
  );
  return rows.map((row) => ({
    caseId: row.case_ref,
    ...(row.number === null ? {} : { number: row.number }),
    seq: row.seq,
    table: row.table_name,
    kind: row.kind,
  }));
}
