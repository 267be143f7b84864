import type { Instant } from '@yichuang/kernel/time';
import type { Db } from '../platform/db/index.ts';

/** Hits of each rule since an instant, those of its risk points with them. */
export async function countHitsByRule(
  db: Db,
  tenantId: string,
  since: Instant,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db.query<{ id: string; hits: number }>(
    `SELECT split_part(rule_id, '@', 1) AS id, count(*)::int AS hits FROM watch_hit
     WHERE tenant_id = $1 AND found_at >= $2 GROUP BY 1`,
    [tenantId, since],
  );
  return new Map(rows.map(({ id, hits }) => [id, hits]));
}
