/** Reviews as the reviewed see them, and as the public does: nothing that leads to their author. */
import type { PublishedReview, UnitReview } from '@yichuang/contracts';
import { civilDate } from '@yichuang/kernel/time';
import type { Language } from '../platform/refusal.ts';
import { maskText } from '../letter-insight/index.ts';
import { namedItem } from './rectification.ts';
import { listPublished, listUnitReviews } from './unit-reviews.pg.ts';
import type { ReviewDeps } from './review-deps.ts';
import { reasonNames } from './review-reasons.ts';
import { settledUntil } from './settled-period.ts';

/** Of the units in which the reader may read reviews, and of those below them. */
export async function unitReviews(
  deps: ReviewDeps,
  orgIds: ReadonlySet<string>,
  language: Language,
): Promise<UnitReview[]> {
  const today = civilDate(deps.clock.now());
  const [rows, orgs] = await Promise.all([
    listUnitReviews(deps.db, deps.tenantId, [...orgIds], settledUntil(today)),
    deps.directory.orgs(),
  ]);
  return Promise.all(
    rows.map(async (row): Promise<UnitReview> => {
      const itemName = await namedItem(deps, row);
      return {
        reviewId: row.id,
        month: row.day.slice(0, 7),
        level: row.level,
        round: row.round,
        ...(itemName === undefined ? {} : { itemName }),
        orgName: orgs.get(row.org_id)?.name ?? row.org_id,
        reasons: reasonNames(deps.reviewData, row.reasons, language),
        ...(row.comment === null ? {} : { comment: maskText(row.comment) }),
        ...(row.verdict === null ? {} : { verdict: row.verdict }),
        ...(row.verdict_reason === null ? {} : { verdictReason: row.verdict_reason }),
        ...(row.reply === null ? {} : { reply: row.reply }),
      };
    }),
  );
}

/** In the wording that a person has checked. */
export async function publishedReviews(
  deps: ReviewDeps,
  language: Language,
): Promise<PublishedReview[]> {
  const [rows, orgs] = await Promise.all([
    listPublished(deps.db, deps.tenantId),
    deps.directory.orgs(),
  ]);
  return Promise.all(
    rows.map(async (row): Promise<PublishedReview> => {
      const itemName = await namedItem(deps, row);
      return {
        reviewId: row.id,
        month: row.day.slice(0, 7),
        level: row.level,
        ...(itemName === undefined ? {} : { itemName }),
        orgName: orgs.get(row.org_id)?.name ?? row.org_id,
        reasons: reasonNames(deps.reviewData, row.reasons, language),
        ...(row.public_comment === null ? {} : { comment: row.public_comment }),
        reply: row.public_reply,
        ...(row.second_level === null ? {} : { secondLevel: row.second_level }),
      };
    }),
  );
}
