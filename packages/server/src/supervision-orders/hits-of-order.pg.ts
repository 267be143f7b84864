import { isUuid } from '../cases/index.ts';
import type { Db } from '../platform/db/index.ts';
import { notHidden, type HitScope } from '../supervision/index.ts';

export interface HitFacts {
  readonly id: string;
  readonly rule_id: string;
  readonly rule_version: number;
  readonly case_id: string | null;
  readonly org_id: string | null;
  /** The sentence in which the rule says what it found. */
  readonly says: string;
}

/** Of those neither kept to few nor hidden from who asks; in the order in which they were found. */
export async function findHits(
  db: Db,
  tenantId: string,
  scope: HitScope,
  hitIds: readonly string[],
): Promise<HitFacts[]> {
  const values: unknown[] = [tenantId, hitIds.filter(isUuid)];
  const shown = notHidden('h.case_id', scope, (value) => `$${values.push(value)}`);
  return db.query<HitFacts>(
    `SELECT id, rule_id, rule_version, case_id, org_id, says FROM watch_hit h
     WHERE tenant_id = $1 AND id = ANY ($2::uuid[]) AND NOT is_withheld
       AND ${shown} ORDER BY found_at, id`,
    values,
  );
}
