/** Reads reviews without their authors: neither `review_author` nor the subject is asked for. */
import type { PlainDate } from '@yichuang/kernel/time';
import type { Db } from '../platform/db/index.ts';
import type { Verdict } from './review-work.pg.ts';

interface AnonymousRow {
  readonly id: string;
  readonly level: number;
  readonly round: number;
  readonly reasons: readonly string[];
  readonly item_code: string | null;
  readonly org_id: string;
  readonly day: PlainDate;
}

export interface UnitRow extends AnonymousRow {
  readonly comment: string | null;
  readonly verdict: Verdict | null;
  readonly verdict_reason: string | null;
  readonly reply: string | null;
}

const MOST_LISTED = 200;

/**
 * The newest months first. Within a month by id, which is random: an order by time would let whom
 * it is about count back to the visitor of that hour.
 */
export async function listUnitReviews(
  db: Db,
  tenantId: string,
  orgIds: readonly string[],
  until: PlainDate,
): Promise<UnitRow[]> {
  return db.query<UnitRow>(
    `SELECT r.id, r.level, r.round, r.reasons, r.comment, r.item_code, r.org_id, r.day,
       w.verdict, w.verdict_reason, w.reply
     FROM service_review r
     LEFT JOIN review_work w ON w.tenant_id = $1 AND w.review_id = r.id
     WHERE r.tenant_id = $1 AND r.org_id = ANY ($2) AND r.day <= $3
     ORDER BY to_char(r.day, 'YYYY-MM') DESC, r.id LIMIT ${MOST_LISTED}`,
    [tenantId, [...orgIds], until],
  );
}

export interface PublishedRow extends AnonymousRow {
  readonly public_comment: string | null;
  readonly public_reply: string;
  readonly second_level: number | null;
}

export async function listPublished(db: Db, tenantId: string): Promise<PublishedRow[]> {
  return db.query<PublishedRow>(
    `SELECT r.id, r.level, r.round, r.reasons, r.item_code, r.org_id, r.day,
       w.public_comment, w.public_reply, s.level AS second_level
     FROM review_work w
     JOIN service_review r ON r.tenant_id = $1 AND r.id = w.review_id
     LEFT JOIN service_review s ON s.tenant_id = $1 AND s.first_id = r.id
     WHERE w.tenant_id = $1 AND w.published_at IS NOT NULL AND w.public_reply IS NOT NULL
     ORDER BY w.published_at DESC, r.id LIMIT ${MOST_LISTED}`,
    [tenantId],
  );
}
