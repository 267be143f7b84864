import type { Instant } from '@yichuang/kernel/time';
import { isUuid } from '../cases/index.ts';
import type { Db } from '../platform/db/index.ts';

export interface HitFacts {
  readonly id: string;
  readonly rule_id: string;
  readonly rule_version: number;
  readonly case_id: string | null;
  readonly org_id: string | null;
  /** The sentence in which the rule says what it found. */
  readonly says: string;
}

/** Of those that are not kept to few; in the order in which they were found. */
export async function findHits(
  db: Db,
  tenantId: string,
  hitIds: readonly string[],
): Promise<HitFacts[]> {
  return db.query<HitFacts>(
    `SELECT id, rule_id, rule_version, case_id, org_id, says FROM watch_hit
     WHERE tenant_id = $1 AND id = ANY ($2::uuid[]) AND NOT is_withheld ORDER BY found_at, id`,
    [tenantId, hitIds.filter(isUuid)],
  );
}

/** A hit that is still open is answered by the order; said twice it stands once. */
export async function markOrdered(
  db: Db,
  tenantId: string,
  hitIds: readonly string[],
  order: { readonly caseId: string; readonly at: Instant; readonly by: string },
): Promise<void> {
  await db.query(
    `UPDATE watch_hit SET status = 'ordered', order_case_id = $3, status_at = $4, status_by = $5
     WHERE tenant_id = $1 AND id = ANY ($2::uuid[]) AND status = 'open'`,
    [tenantId, hitIds.filter(isUuid), order.caseId, order.at, order.by],
  );
}
