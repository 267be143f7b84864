/** Reviews: given by link, by code on paper or on the screen of a window; and read by everybody. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ReviewForm } from '@yichuang/contracts';
import type { PageContext } from '../page-context.ts';
import { codePage } from '../pages/reviews/code-page.ts';
import { reviewEndPage, type ReviewEnd } from '../pages/reviews/review-end-page.ts';
import { reviewPage } from '../pages/reviews/review-page.ts';
import { reviewsPage } from '../pages/reviews/reviews-page.ts';
import { screenPage, type ScreenData } from '../pages/reviews/screen-page.ts';
import { sendPage, visitorOf, type Portal } from '../portal.ts';
import { postedForm } from '../posted-form.ts';
import { notFound, orRefusal, refusalText } from '../refusal-answer.ts';
import { emptyReview, reviewBody, reviewDraft } from '../review-draft.ts';
import type { Reviewer, ReviewServices } from '../review-services.ts';
import { publicRoute } from '../route-config.ts';
import { PortalRefusal } from '../services.ts';
import { orRefusalOrUnknown } from './tracking-key.ts';

interface TokenRoute {
  readonly Params: { readonly token: string };
}

export function addReviewRoutes(
  app: FastifyInstance,
  portal: Portal,
  reviews: ReviewServices,
): void {
  addReading(app, portal, reviews);
  addCodes(app, portal, reviews);
  addScreens(app, portal, reviews);
  addGiving(app, portal, reviews);
}

function addReading(app: FastifyInstance, portal: Portal, reviews: ReviewServices): void {
  app.get<{ Querystring: { year?: string } }>('/reviews', publicRoute, async (request, reply) => {
    const ctx = await portal.context(request);
    const { year } = request.query;
    const asked = /^20\d{2}$/u.test(year ?? '') ? year : undefined;
    const shown = asked ?? ctx.today.slice(0, 4);
    const figures = await reviews.publicReviews(
      shown,
      visitorOf(request as FastifyRequest),
      ctx.locale,
    );
    return sendPage(reply, reviewsPage(ctx, figures));
  });
}

function addCodes(app: FastifyInstance, portal: Portal, reviews: ReviewServices): void {
  app.get('/review', publicRoute, async (request, reply) =>
    sendPage(reply, codePage(await portal.context(request), { code: '' })),
  );
  app.post('/review', publicRoute, async (request, reply) => {
    const ctx = await portal.context(request, '/review');
    const code = postedForm(request).text('code');
    if (code === '') {
      return sendPage(reply, codePage(ctx, { code, error: ctx.t('review.code-missing') }), 422);
    }
    const token = await orRefusalOrUnknown(reviews.tokenOfCode(code, visitorOf(request)));
    if (typeof token === 'string') return reply.redirect(`/review/${token}?via=paper`, 303);
    const error = token === undefined ? ctx.t('review.code-missing') : refusalText(ctx, token);
    return sendPage(reply, codePage(ctx, { code, error }), token?.status ?? 404);
  });
}

function addGiving(app: FastifyInstance, portal: Portal, reviews: ReviewServices): void {
  app.get<TokenRoute & { Querystring: { via?: string; said?: string } }>(
    '/review/:token',
    publicRoute,
    async (request, reply) => {
      const ctx = await portal.context(request);
      const { token } = request.params;
      const form = await formOf(reviews, ctx, request, token);
      const end = endOf(form, request.query.said);
      if (end !== undefined) return sendPage(reply, reviewEndPage(ctx, end, form.closed));
      const { via } = request.query;
      const draft = { ...emptyReview, via: typeof via === 'string' ? via.slice(0, 10) : '' };
      return sendPage(reply, reviewPage(ctx, { token, form, draft }));
    },
  );
  app.post<TokenRoute>('/review/:token', publicRoute, async (request, reply) => {
    const { token } = request.params;
    const path = `/review/${token}`;
    const ctx = await portal.context(request, path);
    const form = await formOf(reviews, ctx, request, token);
    const draft = reviewDraft(postedForm(request));
    const { level } = draft;
    if (level === undefined) {
      const problems = [{ field: 'level', text: ctx.t('review.level-missing') }];
      return sendPage(reply, reviewPage(ctx, { token, form, draft, problems }), 422);
    }
    const body = reviewBody({ ...draft, level }, form);
    const given = await orRefusal(
      reviews.writeReview(token, body, reviewerOf(request, ctx.session?.personId)),
    );
    if (given instanceof PortalRefusal) {
      const field = given.code === 'review-phone-needed' && !form.isKnown ? 'phone' : undefined;
      const problem = { text: refusalText(ctx, given), ...(field === undefined ? {} : { field }) };
      const page = reviewPage(ctx, { token, form, draft, problems: [problem] });
      return sendPage(reply, page, given.status);
    }
    const said = given.isBad ? (given.isNamed ? 'bad-named' : 'bad') : 'good';
    // Under the first link of a visit nothing may stand: who served knows it.
    const next = given.again === undefined ? path : `/review/${given.again.token}`;
    return reply.redirect(`${next}?said=${said}`, 303);
  });
}

async function formOf(
  reviews: ReviewServices,
  ctx: PageContext,
  request: FastifyRequest<TokenRoute> | FastifyRequest,
  token: string,
): Promise<ReviewForm> {
  if (!/^[0-9a-f]{40}$/u.test(token)) notFound();
  const visitor = visitorOf(request as FastifyRequest);
  return (await reviews.reviewForm(token, visitor, ctx.locale)) ?? notFound();
}

const SAID: Readonly<Record<string, ReviewEnd>> = {
  good: 'thanks',
  bad: 'thanks-bad',
  'bad-named': 'thanks-bad-named',
};

/** Undefined while it can be answered. Of a visit the form does not tell whether it was. */
function endOf(form: ReviewForm, said: string | undefined): ReviewEnd | undefined {
  const thanks = SAID[said ?? ''];
  if (form.closed !== undefined) {
    return thanks === 'thanks-bad' ? 'thanks-bad-visit' : (thanks ?? form.closed.because);
  }
  if (form.isUsed) return thanks ?? 'used';
  if (thanks !== undefined && form.subject === 'visit' && form.round === 1) return thanks;
  return form.isExpired ? 'expired' : undefined;
}

/** Who is logged in as staff in the same browser, as the server's guard has found. */
function reviewerOf(
  request: FastifyRequest<TokenRoute> | FastifyRequest,
  personId: string | undefined,
): Reviewer {
  const staff: unknown = 'staff' in request ? request.staff : undefined;
  const isStaff = typeof staff === 'object' && staff !== null && 'personId' in staff;
  const staffId = isStaff && typeof staff.personId === 'string' ? staff.personId : undefined;
  return { visitor: visitorOf(request as FastifyRequest), personId, staffId };
}

/** In such a browser a screen is a clerk's own: it asks nothing. */
function isOfStaff(request: FastifyRequest<TokenRoute>): boolean {
  return reviewerOf(request, undefined).staffId !== undefined;
}

/** How long the screen of a window shows what it shows. */
const IDLE_SECONDS = 4;
const SHOWN_SECONDS = 20;

function addScreens(app: FastifyInstance, portal: Portal, reviews: ReviewServices): void {
  const send = (reply: FastifyReply, ctx: PageContext, screen: ScreenData, refresh: number) =>
    sendPage(reply.header('refresh', `${refresh};url=${screen.path}`), screenPage(ctx, screen));
  app.get<TokenRoute>('/review/screen/:token', publicRoute, async (request, reply) => {
    const ctx = portal.strangerContext(request as FastifyRequest);
    const path = `/review/screen/${encodeURIComponent(request.params.token)}`;
    const now = (await reviews.screenNow(request.params.token)) ?? notFound();
    if (isOfStaff(request)) {
      return send(reply, ctx, { path, orgName: now.orgName, state: 'staff' }, SHOWN_SECONDS);
    }
    const state = now.token === undefined ? 'idle' : 'asking';
    const seconds = state === 'idle' ? IDLE_SECONDS : SHOWN_SECONDS;
    return send(reply, ctx, { path, orgName: now.orgName, state }, seconds);
  });
  app.post<TokenRoute>('/review/screen/:token', publicRoute, async (request, reply) => {
    const ctx = portal.strangerContext(request as FastifyRequest);
    const path = `/review/screen/${encodeURIComponent(request.params.token)}`;
    const now = (await reviews.screenNow(request.params.token)) ?? notFound();
    const { level } = reviewDraft(postedForm(request as FastifyRequest));
    // Touched twice, or after the visit was over: what is shown next is what holds.
    if (now.token === undefined || level === undefined) return reply.redirect(path, 303);
    const reviewer = { ...reviewerOf(request, undefined), screenId: now.screenId };
    const given = await orRefusal(reviews.writeReview(now.token, { level }, reviewer));
    if (given instanceof PortalRefusal) return reply.redirect(path, 303);
    const thanks = { path, orgName: now.orgName, state: 'thanks', again: given.again } as const;
    return send(reply, ctx, thanks, SHOWN_SECONDS);
  });
}
