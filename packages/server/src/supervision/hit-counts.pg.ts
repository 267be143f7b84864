import { endOfDay, startOfDay, type PlainDate } from '@yichuang/kernel/time';
import type { Db } from '../platform/db/index.ts';

const KEYS = { org: 'org_id', item: 'item_code' } as const;

/** Hits of each office or item, by the day of what they are about; none set aside or withheld. */
export function countHits(
  db: Db,
  tenantId: string,
  by: keyof typeof KEYS,
  { from, until }: { readonly from: PlainDate; readonly until: PlainDate },
): Promise<{ readonly key: string; readonly hits: number }[]> {
  return db.query(
    `SELECT ${KEYS[by]} AS key, count(*)::int AS hits FROM watch_hit
     WHERE tenant_id = $1 AND at >= $2 AND at < $3 AND status NOT IN ('set-aside', 'overtaken')
       AND NOT is_withheld AND ${KEYS[by]} IS NOT NULL
     GROUP BY 1`,
    [tenantId, startOfDay(from), endOfDay(until)],
  );
}
