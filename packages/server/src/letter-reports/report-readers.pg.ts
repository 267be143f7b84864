import type { PlainDate } from '@yichuang/kernel/time';
import type { Db } from '../platform/db/index.ts';

/** Persons whose posts of that day read the reports on letters. */
export async function findReportReaders(
  db: Db,
  tenantId: string,
  today: PlainDate,
): Promise<string[]> {
  const rows = await db.query<{ person_id: string }>(
    `SELECT DISTINCT a.person_id FROM post p
     JOIN post_holder h ON h.tenant_id = $1 AND h.post_id = p.id
       AND h.from_on <= $2::date AND (h.to_on IS NULL OR h.to_on >= $2::date)
     JOIN account a ON a.tenant_id = $1 AND a.id = h.account_id AND NOT a.is_disabled
     WHERE p.tenant_id = $1 AND 'letter-reports' = ANY (p.capabilities)
     ORDER BY a.person_id`,
    [tenantId, today],
  );
  return rows.map((row) => row.person_id);
}
