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
