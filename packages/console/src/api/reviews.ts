/** Reviews of services: at a window, for the reviewed, and for the office that follows them up. */
import type {
  PublishReviewBody,
  ReviewContact,
  ReviewReport,
  ReviewScreen,
  ReviewWork,
  UnitReview,
  VisitInvitation,
} from '@yichuang/contracts';
import type { Period } from './letters.ts';
import { requestJson } from './request.ts';

const part = encodeURIComponent;

export const reviewsApi = {
  figures: ({ from, until }: Period) =>
    requestJson<ReviewReport>({ path: `/api/reviews/figures?from=${from}&until=${until}` }),
  ofUnit: () => requestJson<readonly UnitReview[]>({ path: '/api/reviews' }),
  work: (which: 'open' | 'done') =>
    requestJson<readonly ReviewWork[]>({ path: `/api/reviews/work?which=${which}` }),
  contact: (reviewId: string) =>
    requestJson<ReviewContact>({ path: `/api/reviews/${part(reviewId)}/contact` }),
  publish: (reviewId: string, body: PublishReviewBody) =>
    requestJson<undefined>({
      path: `/api/reviews/${part(reviewId)}/publish`,
      method: 'POST',
      body,
    }),
  unpublish: (reviewId: string) =>
    requestJson<undefined>({ path: `/api/reviews/${part(reviewId)}/unpublish`, method: 'POST' }),
  openVisit: () =>
    requestJson<VisitInvitation>({ path: '/api/reviews/visits', method: 'POST', body: {} }),
  ofCase: (caseId: string) =>
    requestJson<VisitInvitation>({ path: `/api/reviews/visits/of-case/${part(caseId)}` }),
  openScreen: () =>
    requestJson<ReviewScreen>({ path: '/api/reviews/screens', method: 'POST', body: {} }),
};
