import { endOfDay, type PlainDate } from '@yichuang/kernel/time';
import type { Db } from '../platform/db/index.ts';

/** Of one office or item, in the terms of `reviewFigures`. */
export interface ReviewCounts {
  readonly key: string;
  readonly reviewsGood: number;
  readonly reviewsValid: number;
  readonly reviewsToMend: number;
  readonly reviewsMended: number;
}

const KEYS = { org: 'r.org_id', item: 'r.item_code' } as const;

/** What the figures of reviews count, of every office or item at once: for the indicators. */
export function countReviews(
  db: Db,
  tenantId: string,
  by: keyof typeof KEYS,
  { from, until }: { readonly from: PlainDate; readonly until: PlainDate },
): Promise<ReviewCounts[]> {
  return db.query<ReviewCounts>(
    `SELECT ${KEYS[by]} AS key,
       count(*) FILTER (WHERE r.level <= 3 AND w.verdict IS NULL)::int AS "reviewsGood",
       count(*) FILTER (WHERE w.verdict IS NULL)::int AS "reviewsValid",
       count(*) FILTER (WHERE r.level >= 4 AND w.verdict IS NULL AND (w.mended_at IS NOT NULL
         OR w.phase = 'mending' AND c.overdue_at <= $4))::int AS "reviewsToMend",
       count(*) FILTER (WHERE r.level >= 4 AND w.verdict IS NULL
         AND w.is_mend_late = false)::int AS "reviewsMended"
     FROM service_review r
     LEFT JOIN review_work w ON w.tenant_id = $1 AND w.review_id = r.id
     LEFT JOIN cases c ON c.tenant_id = $1 AND c.id = w.case_id
     WHERE r.tenant_id = $1 AND r.round = 1 AND r.day BETWEEN $2 AND $3
       AND ${KEYS[by]} IS NOT NULL
     GROUP BY 1`,
    [tenantId, from, until, endOfDay(until)],
  );
}
