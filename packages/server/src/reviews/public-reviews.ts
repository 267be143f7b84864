import type { PublicReviews } from '@yichuang/contracts';
import { civilDate, plainDate } from '@yichuang/kernel/time';
import type { Language } from '../platform/refusal.ts';
import type { ReviewDeps } from './review-deps.ts';
import { reviewReport } from './review-report.ts';
import { settled } from './settled-period.ts';
import { publishedReviews } from './unit-reviews.ts';

/** Of a whole year, as far as its weeks are over. */
export async function publicReviews(
  deps: ReviewDeps,
  year: string,
  language: Language,
): Promise<PublicReviews> {
  const at = deps.clock.now();
  const whole = { from: plainDate(`${year}-01-01`), until: plainDate(`${year}-12-31`) };
  const { from, until } = settled(whole, civilDate(at));
  const [report, published] = await Promise.all([
    reviewReport(deps, { from, until, at, language, isPublic: true }),
    publishedReviews(deps, language),
  ]);
  return { report, published };
}
