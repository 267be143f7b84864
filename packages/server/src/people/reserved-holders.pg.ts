import type { PlainDate } from '@yichuang/kernel/time';
import type { Db } from '../platform/db/index.ts';
import { reservedCapabilities } from './reserved-posts.ts';

/** The reserved posts that a person holds today or is to hold, also by a disabled account. */
export async function listReservedPosts(
  db: Db,
  tenantId: string,
  personId: string,
  today: PlainDate,
): Promise<{ readonly id: string; readonly name: string }[]> {
  return db.query(
    `SELECT DISTINCT p.id, p.name FROM post p
     JOIN post_holder h ON h.tenant_id = $1 AND h.post_id = p.id
       AND (h.to_on IS NULL OR h.to_on >= $3::date)
     JOIN account a ON a.tenant_id = $1 AND a.id = h.account_id AND a.person_id = $2
     WHERE p.tenant_id = $1 AND p.capabilities && $4 ORDER BY p.id`,
    [tenantId, personId, today, reservedCapabilities],
  );
}
