import type { PublicReviews } from '@yichuang/contracts';
import { plainDate } from '@yichuang/kernel/time';
import type { Language } from '../platform/refusal.ts';
import type { ReviewDeps } from './review-deps.ts';
import { reviewReport } from './review-report.ts';
import { publishedReviews } from './unit-reviews.ts';

/** Of a whole year: from two periods that differ by a day the reviews of that day could be read. */
export async function publicReviews(
  deps: ReviewDeps,
  year: string,
  language: Language,
): Promise<PublicReviews> {
  const from = plainDate(`${year}-01-01`);
  const until = plainDate(`${year}-12-31`);
  const at = deps.clock.now();
  const [report, published] = await Promise.all([
    reviewReport(deps, { from, until, at, language, isPublic: true }),
    publishedReviews(deps, language),
  ]);
  return { report, published };
}
