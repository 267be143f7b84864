import type { Instant } from '@yichuang/kernel/time';
import { isUuid } from '../cases/index.ts';
import type { Db } from '../platform/db/index.ts';
import type { Difference } from './difference.ts';
import type { ListedMessage } from './digest.ts';

/** By table, each sorted by case and event. */
export async function messagesOfDay(
  db: Db,
  tenantId: string,
  day: string,
): Promise<ReadonlyMap<string, readonly ListedMessage[]>> {
  const rows = await db.query<{
    table_name: string;
    case_id: string;
    seq: number;
    digest: string;
  }>(
    `SELECT table_name, case_id, seq, digest FROM exchange_message
     WHERE tenant_id = $1 AND day = $2 ORDER BY table_name, case_id, seq`,
    [tenantId, day],
  );
  const found = new Map<string, ListedMessage[]>();
  for (const { table_name: table, case_id: caseId, seq, digest } of rows) {
    const list = found.get(table) ?? [];
    list.push({ caseId, seq, digest });
    found.set(table, list);
  }
  return found;
}

/** Of these, the cases that are being sent or wait to be. */
export async function undecidedCases(
  db: Db,
  tenantId: string,
  caseRefs: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await db.query<{ case_id: string }>(
    `SELECT case_id FROM exchange_case
     WHERE tenant_id = $1 AND case_id = ANY($2) AND head_seq > sent_seq`,
    [tenantId, [...new Set(caseRefs.filter(isUuid))]],
  );
  return new Set(rows.map((row) => row.case_id));
}

/** Cases of which something happened that day, and of which all is said to be there. */
export async function casesSaidSent(
  db: Db,
  tenantId: string,
  day: string,
): Promise<readonly { readonly caseId: string; readonly sentSeq: number }[]> {
  const rows = await db.query<{ case_id: string; sent_seq: number }>(
    `SELECT DISTINCT e.case_id, x.sent_seq FROM event e
     JOIN exchange_case x ON x.tenant_id = e.tenant_id AND x.case_id = e.case_id
     WHERE e.tenant_id = $1 AND e.day = $2 AND x.sent_seq >= x.head_seq`,
    [tenantId, day],
  );
  return rows.map((row) => ({ caseId: row.case_id, sentSeq: row.sent_seq }));
}

export async function writeComparison(
  db: Db,
  tenantId: string,
  found: {
    readonly day: string;
    readonly at: Instant;
    readonly differences: readonly Difference[];
  },
): Promise<void> {
  const { day, at, differences } = found;
  await db.tx(async (tx) => {
    // The day's row is the lock: two comparisons at once would mix what they found.
    await tx.query(
      `INSERT INTO exchange_day (tenant_id, day, compared_at, differences)
       VALUES ($1, $2, $3, $4) ON CONFLICT (tenant_id, day) DO UPDATE
       SET compared_at = excluded.compared_at, differences = excluded.differences`,
      [tenantId, day, at, differences.length],
    );
    await tx.query('DELETE FROM exchange_difference WHERE tenant_id = $1 AND day = $2', [
      tenantId,
      day,
    ]);
    await tx.query(
      `INSERT INTO exchange_difference (tenant_id, day, table_name, case_ref, seq, kind)
       SELECT $1, $2, d."table", d."caseRef", d.seq, d.kind
       FROM jsonb_to_recordset($3) AS d("table" text, "caseRef" text, seq int, kind text)
       ON CONFLICT DO NOTHING`,
      [tenantId, day, JSON.stringify(differences)],
    );
  });
}

/** Cases of a day that are missing there, or other there; not what only they know. */
export async function differingCases(db: Db, tenantId: string, day: string): Promise<string[]> {
  const rows = await db.query<{ case_ref: string }>(
    `SELECT DISTINCT case_ref FROM exchange_difference
     WHERE tenant_id = $1 AND day = $2 AND kind <> 'unknown'`,
    [tenantId, day],
  );
  return rows.map((row) => row.case_ref).filter(isUuid);
}
