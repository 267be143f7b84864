/** For whoever was served: what is asked, the answer, and what everybody may read. */
import { Type } from '@sinclair/typebox';
import { PublicReviews, ReviewBody, ReviewForm, ReviewReceipt } from '@yichuang/contracts';
import { civilDate } from '@yichuang/kernel/time';
import type { App } from '../platform/http/index.ts';
import { publicReviews } from './public-reviews.ts';
import type { ReviewDeps } from './review-deps.ts';
import { reviewForm } from './review-form.ts';
import { admitReader, tokenOfCode, writeReview } from './write-review.ts';

const config = { right: 'public' } as const;
const params = Type.Object({ token: Type.String({ pattern: '^[0-9a-f]{40}$' }) });
const year = Type.Optional(Type.String({ pattern: '^20\\d{2}$' }));

export function publicReviewRoutes(app: App, deps: ReviewDeps): void {
  app.get(
    '/api/public/reviews',
    {
      config,
      schema: { querystring: Type.Object({ year }), response: { 200: PublicReviews } },
    },
    async (request, reply) => {
      const refusal = await admitReader(deps, request.ip);
      if (refusal !== undefined) return reply.refuse([refusal]);
      const asked = request.query.year ?? civilDate(deps.clock.now()).slice(0, 4);
      return publicReviews(deps, asked, request.language);
    },
  );
  app.post(
    '/api/public/reviews/codes',
    {
      config,
      schema: {
        body: Type.Object({ code: Type.String({ maxLength: 40 }) }),
        response: { 200: Type.Object({ token: Type.String() }) },
      },
    },
    async (request, reply) => {
      const found = await tokenOfCode(deps, request.body.code, request.ip);
      return found.ok ? { token: found.value } : reply.refuse(found.refusals);
    },
  );
  app.get(
    '/api/public/reviews/invitations/:token',
    { config, schema: { params, response: { 200: ReviewForm } } },
    async (request, reply) => {
      const refusal = await admitReader(deps, request.ip);
      if (refusal !== undefined) return reply.refuse([refusal]);
      const form = await reviewForm(deps, request.params.token, request.language);
      return form ?? reply.refuse([{ code: 'review-invitation-unknown' }]);
    },
  );
  app.post(
    '/api/public/reviews/invitations/:token',
    { config, schema: { params, body: ReviewBody, response: { 201: ReviewReceipt } } },
    async (request, reply) => {
      const written = await writeReview(deps, request.params.token, request.body, {
        ip: request.ip,
        userAgent: request.headers['user-agent'] ?? '',
        personId: request.resident?.personId,
        staffId: request.staff?.personId,
      });
      return written.ok ? reply.code(201).send(written.value) : reply.refuse(written.refusals);
    },
  );
}
