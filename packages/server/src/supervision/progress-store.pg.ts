import type { PlainDate } from '@yichuang/kernel/time';
import type { Evidence } from '@yichuang/kernel/watch';
import type { Db } from '../platform/db/index.ts';

/** The last day of which rules over groups were asked; undefined before the first time. */
export async function readProgress(db: Db, tenantId: string): Promise<PlainDate | undefined> {
  const [row] = await db.query<{ day: PlainDate }>(
    'SELECT day FROM watch_progress WHERE tenant_id = $1',
    [tenantId],
  );
  return row?.day;
}

export async function writeProgress(tx: Db, tenantId: string, day: PlainDate): Promise<void> {
  await tx.query(
    `INSERT INTO watch_progress (tenant_id, day) VALUES ($1, $2)
     ON CONFLICT (tenant_id) DO UPDATE SET day = EXCLUDED.day`,
    [tenantId, day],
  );
}

/** Hash of each of these events, by `caseId seq`. */
export async function eventHashes(
  db: Db,
  tenantId: string,
  evidence: readonly Evidence[],
): Promise<ReadonlyMap<string, string>> {
  if (evidence.length === 0) return new Map();
  const rows = await db.query<{ case_id: string; seq: number; hash: string }>(
    `SELECT e.case_id, e.seq, e.hash
     FROM json_to_recordset($2) AS w("caseId" uuid, seq int)
     JOIN event e ON e.tenant_id = $1 AND e.case_id = w."caseId" AND e.seq = w.seq`,
    [tenantId, JSON.stringify(evidence)],
  );
  return new Map(rows.map(({ case_id, seq, hash }) => [`${case_id} ${seq}`, hash]));
}

/**
 * Open cases whose facts change by the passing of time alone: a limit that has run out gets later
 * each day, and a procedure that suspends one gets longer.
 */
export async function casesGrowingLate(
  db: Db,
  tenantId: string,
  at: string,
  afterId: string,
  limit: number,
): Promise<string[]> {
  const rows = await db.query<{ case_id: string }>(
    `SELECT DISTINCT case_id FROM clock
     WHERE tenant_id = $1 AND case_id > $3 AND stopped_at IS NULL
       AND (is_suspended OR overdue_at <= $2)
     ORDER BY case_id LIMIT $4`,
    [tenantId, at, afterId, limit],
  );
  return rows.map(({ case_id: caseId }) => caseId);
}
