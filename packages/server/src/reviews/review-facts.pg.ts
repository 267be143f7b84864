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
  /** Devices on which this person's screens were touched; the citizen's side has one. */
  readonly screenDevices: number;
  /** Visits that this person opened at this window on the day, reviewed or not. */
  readonly visits: number;
  /** Share of those visits that were rated within 15 seconds of being opened, 0 to 1. */
  readonly ratedQuickShare: number;
  /** Most of those one after another, each opened within a minute of the rating before. */
  readonly ratedQuickRun: number;
  /** From an account, a phone or a browser of a member of staff. */
  readonly byOwnStaff: number;
  /** From a browser in which the reviewed person was logged in. */
  readonly byReviewed: number;
  /** By which the reviews themselves are found; evidence for a hit, never shown to the reviewed. */
  readonly reviewIds: readonly string[];
}

/** Who reads the question, thinks and touches a face rarely takes less, and not every time. */
const QUICK_SECONDS = 15;
/** Nobody is served between a rating and the end of the next visit in less. */
const NEXT_SECONDS = 60;

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
     ), seen AS (
       SELECT v.org_id, v.post_id, v.staff_id, v.day, v.id, v.ended_at, s.at,
         coalesce(s.at - v.ended_at <= make_interval(secs => $4), false) AS is_quick
       FROM visit v
       LEFT JOIN service_review s ON s.tenant_id = $1 AND s.subject_kind = 'visit'
         AND s.subject_id = v.id AND s.round = 1
       WHERE v.tenant_id = $1 AND v.day BETWEEN $2 AND $3
     ), marked AS (
       SELECT *, is_quick AND lag(is_quick) OVER turn
         AND ended_at - lag(at) OVER turn <= make_interval(secs => $5) AS goes_on
       FROM seen
       WINDOW turn AS (PARTITION BY org_id, post_id, staff_id, day ORDER BY ended_at, id)
     ), numbered AS (
       SELECT *, count(*) FILTER (WHERE goes_on IS NOT TRUE) OVER (
         PARTITION BY org_id, post_id, staff_id, day ORDER BY ended_at, id) AS run
       FROM marked
     ), runs AS (
       SELECT org_id, post_id, staff_id, day, count(*) AS visits,
         count(*) FILTER (WHERE is_quick) AS quick
       FROM numbered GROUP BY org_id, post_id, staff_id, day, run
     ), opened AS (
       SELECT org_id, post_id, staff_id, day, sum(visits)::int AS visits,
         (sum(quick) / sum(visits))::float8 AS quick_share, max(quick)::int AS quick_run
       FROM runs GROUP BY org_id, post_id, staff_id, day
     ), given AS (
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
       count(DISTINCT device_hash) FILTER (WHERE screen_id IS NOT NULL)::int AS "screenDevices",
       count(*) FILTER (WHERE is_own_staff)::int AS "byOwnStaff",
       count(*) FILTER (WHERE staff_session_of = staff_id)::int AS "byReviewed",
       array_agg(id::text ORDER BY at, id) AS "reviewIds"
     FROM ranked
     GROUP BY org_id, post_id, staff_id, day
     )
     SELECT g.*, coalesce(o.visits, 0) AS visits, coalesce(o.quick_share, 0) AS "ratedQuickShare",
       coalesce(o.quick_run, 0) AS "ratedQuickRun"
     FROM given g
     LEFT JOIN opened o ON o.org_id = g."orgId" AND o.post_id = g."postId"
       AND o.staff_id = g."staffId" AND o.day = g.day
     ORDER BY g.day, g."orgId", g."postId", g."staffId"`,
    [tenantId, period.from, period.until, QUICK_SECONDS, NEXT_SECONDS],
  );
}
