import type { Db } from '../platform/db/index.ts';

/** Who hears that nothing is sent any more: who watches, and who keeps the machine running. */
export async function findWatchers(db: Db, tenantId: string, today: string): Promise<string[]> {
  const rows = await db.query<{ person_id: string }>(
    `SELECT DISTINCT a.person_id FROM post p
     JOIN post_holder h ON h.tenant_id = p.tenant_id AND h.post_id = p.id
       AND h.from_on <= $2 AND (h.to_on IS NULL OR h.to_on >= $2)
     JOIN account a ON a.tenant_id = h.tenant_id AND a.id = h.account_id AND NOT a.is_disabled
     WHERE p.tenant_id = $1 AND p.capabilities && ARRAY['supervisor', 'administrator']
     ORDER BY a.person_id`,
    [tenantId, today],
  );
  return rows.map((row) => row.person_id);
}
