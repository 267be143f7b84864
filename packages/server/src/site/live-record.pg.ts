import type { ItemRecord, LiveRecord } from '@yichuang/contracts';
import { civilDate, startOfDay, type Instant } from '@yichuang/kernel/time';
import type { Db } from '../platform/db/index.ts';

interface Facts {
  readonly received_today: number;
  readonly concluded: number;
  readonly in_time: number | null;
  readonly median: number | null;
}

/** The county's live record: counted from residents' cases, never typed; letters have theirs. */
export async function readLiveRecord(db: Db, tenantId: string, now: Instant): Promise<LiveRecord> {
  const [row] = await db.query<Facts>(
    `SELECT
       (SELECT count(*)::int FROM cases c WHERE tenant_id = $1 AND received_at >= $2
         AND NOT EXISTS (SELECT 1 FROM item i WHERE i.tenant_id = $1 AND i.code = c.item_code
           AND i.status = 'current' AND (i.is_internal OR i.is_letter))) AS received_today,
       count(*)::int AS concluded,
       avg(CASE WHEN was_late THEN 0 ELSE 1 END)::float8 AS in_time,
       percentile_cont(0.5) WITHIN GROUP (ORDER BY working_days)::float8 AS median
     FROM cases c WHERE tenant_id = $1 AND concluded_on IS NOT NULL AND working_days IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM item i WHERE i.tenant_id = $1 AND i.code = c.item_code
         AND i.status = 'current' AND i.is_letter)`,
    [tenantId, startOfDay(civilDate(now))],
  );
  return {
    receivedToday: row?.received_today ?? 0,
    concludedTotal: row?.concluded ?? 0,
    ...(row === undefined || row.in_time === null ? {} : { onTimeShare: row.in_time }),
    ...(row === undefined || row.median === null ? {} : { medianWorkingDays: row.median }),
  };
}

/** How long an item really took: the median over its concluded cases, in working days. */
export async function readItemRecord(db: Db, tenantId: string, code: string): Promise<ItemRecord> {
  const [row] = await db.query<{ concluded: number; median: number | null }>(
    `SELECT count(*)::int AS concluded,
       percentile_cont(0.5) WITHIN GROUP (ORDER BY working_days)::float8 AS median
     FROM cases WHERE tenant_id = $1 AND item_code = $2 AND concluded_on IS NOT NULL
       AND working_days IS NOT NULL`,
    [tenantId, code],
  );
  return {
    concluded: row?.concluded ?? 0,
    ...(row === undefined || row.median === null ? {} : { medianWorkingDays: row.median }),
  };
}
