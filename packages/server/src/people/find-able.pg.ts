import type { PlainDate } from '@yichuang/kernel/time';
import type { Db } from '../platform/db/index.ts';

/**
 * Persons who hold, on that day and by an account that is not closed, a post with one of these
 * capabilities or roles.
 *
 * @returns ids of persons, in their order, each once
 */
export async function findAble(
  db: Db,
  tenantId: string,
  capabilities: readonly string[],
  today: PlainDate,
): Promise<string[]> {
  const rows = await db.query<{ person_id: string }>(
    `SELECT DISTINCT a.person_id FROM post p
     JOIN post_holder h ON h.tenant_id = $1 AND h.post_id = p.id
       AND h.from_on <= $2::date AND (h.to_on IS NULL OR h.to_on >= $2::date)
     JOIN account a ON a.tenant_id = $1 AND a.id = h.account_id AND NOT a.is_disabled
     WHERE p.tenant_id = $1 AND p.capabilities && $3
     ORDER BY a.person_id`,
    [tenantId, today, capabilities],
  );
  return rows.map((row) => row.person_id);
}
