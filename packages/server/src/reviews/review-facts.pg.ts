/** Facts from which rules tell ratings that a window gave itself. They judge nothing. */
import type { PlainDate } from '@yichuang/kernel/time';
import type { Db } from '../platform/db/index.ts';

/** Of one window and one member of staff on one day, second ratings included. */
export interface ReviewFact {
  readonly orgId: string;
  readonly postId: string | null;
  readonly staffId: string | null;
  readonly day: PlainDate;
  readonly count: number;
  /** Share of 非常满意, 0 to 1. */
  readonly bestShare: number;
  /** Median seconds from the end of the service to the review. */
  readonly medianSeconds: number;
  /** Most reviews within one minute. */
  readonly mostInMinute: number;
  /** Devices other than the window's own screens, and the addresses that they came from. */
  readonly devices: number;
  readonly addresses: number;
  /** Most reviews from one device that is no screen of a window. */
  readonly mostOfDevice: number;
  readonly fromScreen: number;
  /** From an account, a phone or a browser of a member of staff. */
  readonly byOwnStaff: number;
  /** From a browser in which the reviewed person was logged in. */
  readonly byReviewed: number;
  /** By which the reviews themselves are found; evidence for a hit, never shown to the reviewed. */
  readonly reviewIds: readonly string[];
}

/** @param period days of the reviews in Asia/Shanghai, both in it */
export async function reviewFacts(
  db: Db,
  tenantId: string,
  period: { readonly from: PlainDate; readonly until: PlainDate },
): Promise<ReviewFact[]> {
  return db.query<ReviewFact & Record<string, unknown>>(
    `WITH r AS (
       SELECT s.id, s.org_id, s.post_id, s.staff_id, s.day, s.level, s.at, s.served_at,
         a.device_hash, a.address_hash, a.screen_id, a.is_own_staff, a.staff_session_of
       FROM service_review s
       JOIN review_author a ON a.tenant_id = $1 AND a.review_id = s.id
       WHERE s.tenant_id = $1 AND s.day BETWEEN $2 AND $3
     ), ranked AS (
       SELECT r.*,
         count(*) OVER (PARTITION BY org_id, post_id, staff_id, day,
           date_trunc('minute', at)) AS in_minute,
         count(*) FILTER (WHERE screen_id IS NULL) OVER (PARTITION BY org_id, post_id,
           staff_id, day, device_hash) AS of_device
       FROM r
     )
     SELECT org_id AS "orgId", post_id AS "postId", staff_id AS "staffId", day,
       count(*)::int AS count,
       (count(*) FILTER (WHERE level = 1)::float8 / count(*)) AS "bestShare",
       percentile_cont(0.5) WITHIN GROUP (
         ORDER BY extract(epoch FROM at - served_at)::float8) AS "medianSeconds",
       max(in_minute)::int AS "mostInMinute",
       count(DISTINCT device_hash) FILTER (WHERE screen_id IS NULL)::int AS devices,
       count(DISTINCT address_hash) FILTER (WHERE screen_id IS NULL)::int AS addresses,
       max(of_device)::int AS "mostOfDevice",
       count(screen_id)::int AS "fromScreen",
       count(*) FILTER (WHERE is_own_staff)::int AS "byOwnStaff",
       count(*) FILTER (WHERE staff_session_of = staff_id)::int AS "byReviewed",
       array_agg(id::text ORDER BY at, id) AS "reviewIds"
     FROM ranked
     GROUP BY org_id, post_id, staff_id, day
     ORDER BY day, org_id, post_id, staff_id`,
    [tenantId, period.from, period.until],
  );
}
