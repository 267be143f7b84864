export { openInvitationOf } from './invitations.ts';
export { publicReviews } from './public-reviews.ts';
export { publicReviewRoutes } from './public-routes.ts';
export { openRectification, type ReviewWorkPayload } from './rectification.ts';
export { reviewRefusals } from './refusals.ts';
export type { ReviewDeps } from './review-deps.ts';
export { followReviewed } from './follow-reviewed.ts';
export { reviewFacts, type ReviewFact } from './review-facts.pg.ts';
export { reviewForm } from './review-form.ts';
export { reviewFigures, type FiguresQuery } from './review-figures.pg.ts';
export { staffReviewRoutes } from './staff-routes.ts';
export { screenNow, type ScreenNow } from './visits.ts';
export {
  admitReader,
  REVIEW_WORK,
  tokenOfCode,
  writeReview,
  type ReviewOrigin,
} from './write-review.ts';
export { countReviews } from './review-counts.pg.ts';
