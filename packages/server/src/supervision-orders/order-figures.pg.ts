import type { PlainDate } from '@yichuang/kernel/time';
import type { Db } from '../platform/db/index.ts';

/** Orders of a unit that were written in a period, and what became of them by now. */
export interface OrderFigures {
  readonly unitId: string;
  readonly orders: number;
  /** Sealed and sent. */
  readonly issued: number;
  readonly ended: number;
  /** Answered more than once: the first feedback was not enough. */
  readonly returned: number;
  /** Signed or answered after a limit of the order. */
  readonly late: number;
  /** Ended with a fault of whatever degree. */
  readonly faults: number;
  readonly objected: number;
  readonly appealed: number;
  /** Deducted by ended orders, objections and appeals decided. */
  readonly points: number;
}

/** @param period civil days in Shanghai, both counted */
export async function orderFigures(
  db: Db,
  tenantId: string,
  period: { readonly from: PlainDate; readonly to: PlainDate },
): Promise<OrderFigures[]> {
  const rows = await db.query<Record<string, string | number>>(
    `SELECT unit_id, count(*)::int AS orders,
       count(issued_at)::int AS issued,
       count(*) FILTER (WHERE closed_at IS NOT NULL)::int AS ended,
       count(*) FILTER (WHERE rounds > 1)::int AS returned,
       count(*) FILTER (WHERE was_late)::int AS late,
       count(*) FILTER (WHERE closed_at IS NOT NULL AND liability <> 'none')::int AS faults,
       count(*) FILTER (WHERE is_objected)::int AS objected,
       count(*) FILTER (WHERE is_appealed)::int AS appealed,
       coalesce(sum(points) FILTER (WHERE closed_at IS NOT NULL), 0) AS points
     FROM supervision_order
     WHERE tenant_id = $1
       AND opened_at >= $2::date::timestamp AT TIME ZONE 'Asia/Shanghai'
       AND opened_at < ($3::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'
     GROUP BY unit_id ORDER BY unit_id`,
    [tenantId, period.from, period.to],
  );
  return rows.map(({ unit_id, ...counts }) => ({
    ...(counts as Omit<OrderFigures, 'unitId' | 'points'>),
    unitId: String(unit_id),
    points: Number(counts['points']),
  }));
}
