/** At a window, for the reviewed, and for the office that follows bad reviews up. */
import { Type } from '@sinclair/typebox';
import {
  PublishReviewBody,
  ReviewContact,
  ReviewReport,
  ReviewScreen,
  ReviewWork,
  UnitReview,
  VisitBody,
  VisitInvitation,
} from '@yichuang/contracts';
import { addDays, civilDate, isPlainDate, plainDate } from '@yichuang/kernel/time';
import { isUuid } from '../cases/index.ts';
import { orgIdsFor } from '../people/index.ts';
import { sessionOf, type App } from '../platform/http/index.ts';
import {
  contactForOffice,
  officeReviews,
  publishReview,
  unpublishReview,
} from './office-reviews.ts';
import type { ReviewDeps } from './review-deps.ts';
import { reviewReport } from './review-report.ts';
import { settledWeeks } from './settled-period.ts';
import { unitReviews } from './unit-reviews.ts';
import { openScreen, openVisit, visitOfCase } from './visits.ts';

const counter = { right: { action: 'case:file-on-behalf' } } as const;
const reading = { right: { action: 'review:read' } } as const;
const handling = { right: { action: 'review:handle' } } as const;
const params = Type.Object({ reviewId: Type.String({ maxLength: 64 }) });

export function staffReviewRoutes(app: App, deps: ReviewDeps): void {
  addWindow(app, deps);
  addReading(app, deps);
  addOffice(app, deps);
}

function addWindow(app: App, deps: ReviewDeps): void {
  app.post(
    '/api/reviews/visits',
    { config: counter, schema: { body: VisitBody, response: { 201: VisitInvitation } } },
    async (request, reply) => {
      const opened = await openVisit(deps, sessionOf(request, 'staff'), request.body);
      return opened.ok ? reply.code(201).send(opened.value) : reply.refuse(opened.refusals);
    },
  );
  app.post(
    '/api/reviews/screens',
    {
      config: counter,
      schema: { body: Type.Pick(VisitBody, ['postId']), response: { 201: ReviewScreen } },
    },
    async (request, reply) => {
      const opened = await openScreen(deps, sessionOf(request, 'staff'), request.body.postId);
      return opened.ok ? reply.code(201).send(opened.value) : reply.refuse(opened.refusals);
    },
  );
  app.get(
    '/api/reviews/visits/of-case/:caseId',
    {
      config: counter,
      schema: {
        params: Type.Object({ caseId: Type.String({ maxLength: 64 }) }),
        response: { 200: VisitInvitation },
      },
    },
    async (request, reply) => {
      const { caseId } = request.params;
      const session = sessionOf(request, 'staff');
      const shown = isUuid(caseId) ? await visitOfCase(deps, session, caseId) : undefined;
      return shown ?? reply.refuse([{ code: 'review-invitation-unknown' }]);
    },
  );
}

const MOST_DAYS = 3 * 366;

function addReading(app: App, deps: ReviewDeps): void {
  const day = Type.Optional(Type.String({ maxLength: 10 }));
  const id = Type.Optional(Type.String({ maxLength: 100 }));
  app.get(
    '/api/reviews/figures',
    {
      config: reading,
      schema: {
        querystring: Type.Object({ from: day, until: day, orgId: id, itemCode: id }),
        response: { 200: ReviewReport },
      },
    },
    async (request, reply) => {
      const { orgId, itemCode } = request.query;
      const today = civilDate(deps.clock.now());
      const period = periodOf(request.query, today);
      if (period === undefined) return reply.refuse([{ code: 'review-period-wrong' }]);
      const isPublic = !readsAll(request.staff?.posts ?? []);
      // Beyond the office staff read what everybody reads: small groups and days tell on people,
      // and the figures of one item at one window are those of one review.
      const shown = isPublic ? settledWeeks(period, today) : period;
      return reviewReport(deps, {
        ...shown,
        at: deps.clock.now(),
        ...(orgId === undefined || isPublic ? {} : { orgId }),
        ...(itemCode === undefined || isPublic ? {} : { itemCode }),
        language: request.language,
        isPublic,
      });
    },
  );
  app.get(
    '/api/reviews',
    { config: reading, schema: { response: { 200: Type.Array(UnitReview) } } },
    (request) =>
      unitReviews(deps, orgIdsFor(sessionOf(request, 'staff'), 'review:read'), request.language),
  );
}

/** The office and the supervisor; a person's rank is not for their colleagues. */
function readsAll(posts: readonly { readonly capabilities: readonly string[] }[]): boolean {
  return posts.some(({ capabilities }) =>
    capabilities.some((name) => name === 'reviews-officer' || name === 'supervisor'),
  );
}

function periodOf(asked: { readonly from?: string; readonly until?: string }, today: string) {
  const { from = `${today.slice(0, 4)}-01-01`, until = today } = asked;
  if (!isPlainDate(from) || !isPlainDate(until) || from > until) return undefined;
  const period = { from: plainDate(from), until: plainDate(until) };
  return addDays(period.from, MOST_DAYS) < period.until ? undefined : period;
}

function addOffice(app: App, deps: ReviewDeps): void {
  const which = Type.Union([Type.Literal('open'), Type.Literal('done')]);
  app.get(
    '/api/reviews/work',
    {
      config: handling,
      schema: {
        querystring: Type.Object({ which: Type.Optional(which) }),
        response: { 200: Type.Array(ReviewWork) },
      },
    },
    (request) => officeReviews(deps, request.query.which ?? 'open', request.language),
  );
  app.get(
    '/api/reviews/:reviewId/contact',
    { config: handling, schema: { params, response: { 200: ReviewContact } } },
    async (request, reply) => {
      const session = sessionOf(request, 'staff');
      const found = await contactForOffice(deps, session, request.params.reviewId);
      return found.ok ? found.value : reply.refuse(found.refusals);
    },
  );
  app.post(
    '/api/reviews/:reviewId/publish',
    { config: handling, schema: { params, body: PublishReviewBody } },
    async (request, reply) => {
      const session = sessionOf(request, 'staff');
      const done = await publishReview(deps, session, request.params.reviewId, request.body);
      return done.ok ? reply.code(204).send() : reply.refuse(done.refusals);
    },
  );
  app.post(
    '/api/reviews/:reviewId/unpublish',
    { config: handling, schema: { params } },
    async (request, reply) => {
      const session = sessionOf(request, 'staff');
      const done = await unpublishReview(deps, session, request.params.reviewId);
      return done.ok ? reply.code(204).send() : reply.refuse(done.refusals);
    },
  );
}
