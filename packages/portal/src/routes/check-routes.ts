/** What anyone may check: a case by number and password, a certificate, the ledger. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { PageContext } from '../page-context.ts';
import { certificateForm, certificatePage } from '../pages/certificate-page.ts';
import { clockPage } from '../pages/clock-page.ts';
import { trackingPage, trackPage, type TrackingKey } from '../pages/track-page.ts';
import { sendPage, visitorOf, type Portal } from '../portal.ts';
import { postedForm } from '../posted-form.ts';
import { orRefusal, refusalText } from '../refusal-answer.ts';
import { publicRoute } from '../route-config.ts';
import { PortalRefusal } from '../services.ts';
import { addLedgerRoutes } from './ledger-routes.ts';
import { addStatisticsRoutes } from './statistics-routes.ts';
import { keyOf, missingIn, orRefusalOrUnknown } from './tracking-key.ts';
import { letterByKey } from './key-letter-routes.ts';

export function addCheckRoutes(app: FastifyInstance, portal: Portal): void {
  addTrackRoutes(app, portal);
  addCertificateRoutes(app, portal);
  addLedgerRoutes(app, portal);
  addStatisticsRoutes(app, portal);
}

function addTrackRoutes(app: FastifyInstance, portal: Portal): void {
  const { services } = portal;

  app.get('/track', publicRoute, async (request, reply) =>
    sendPage(reply, trackPage(await portal.context(request), { number: '' })),
  );

  app.post('/track', publicRoute, async (request, reply) => {
    const ctx = await portal.context(request, '/track');
    const key = keyOf(request);
    const problems = missingIn(ctx, key);
    if (problems !== undefined) {
      return sendPage(reply, trackPage(ctx, { number: key.number, problems }), 422);
    }
    const { number, password } = key;
    const view = await orRefusalOrUnknown(
      services.track(number, password, visitorOf(request), ctx.locale),
    );
    if (view instanceof PortalRefusal) return refused(reply, ctx, key, view, trackPage);
    const letter = services.letters && (await letterByKey(services.letters, ctx, key, request));
    if (letter !== undefined) return sendPage(reply, letter);
    const token = await services.reviews?.reviewOfCase(key);
    return sendPage(reply, trackingPage(ctx, view, key, token));
  });

  app.post('/track/why', publicRoute, async (request, reply) => {
    const ctx = await portal.context(request, '/track');
    const key = keyOf(request);
    const clockId = postedForm(request).text('clockId');
    const explanation = await orRefusalOrUnknown(
      services.explainTrackedClock(
        key.number,
        key.password,
        clockId,
        visitorOf(request),
        ctx.locale,
      ),
    );
    if (explanation instanceof PortalRefusal) {
      return refused(reply, ctx, key, explanation, trackPage);
    }
    const crumbs = [{ href: '/track', label: ctx.t('track.title') }];
    return sendPage(reply, clockPage(ctx, explanation, crumbs));
  });
}

function refused(
  reply: FastifyReply,
  ctx: PageContext,
  { number }: TrackingKey,
  refusal: PortalRefusal,
  page: typeof trackPage,
): FastifyReply {
  const problems = [{ text: refusalText(ctx, refusal) || ctx.t('track.unknown') }];
  return sendPage(reply, page(ctx, { number, problems }), refusal.status);
}

function addCertificateRoutes(app: FastifyInstance, portal: Portal): void {
  const { services } = portal;
  const answer = async (request: FastifyRequest, reply: FastifyReply, number: string) => {
    const ctx = await portal.context(request, '/certificates');
    if (number === '') {
      const form = { number, error: ctx.t('certificate.number-missing') };
      return sendPage(reply, certificateForm(ctx, form), 422);
    }
    const found = await orRefusal(services.checkCertificate(number, visitorOf(request)));
    if (found instanceof PortalRefusal) {
      const form = { number, error: refusalText(ctx, found) };
      return sendPage(reply, certificateForm(ctx, form), found.status);
    }
    if (found === undefined) {
      return sendPage(reply, certificateForm(ctx, { number, isUnknown: true }), 404);
    }
    return sendPage(reply, certificatePage(ctx, found));
  };

  app.get('/certificates', publicRoute, async (request, reply) =>
    sendPage(reply, certificateForm(await portal.context(request), { number: '' })),
  );
  app.post('/certificates', publicRoute, (request, reply) =>
    answer(request, reply, postedForm(request).text('number')),
  );
  // Where the QR code on a certificate leads.
  app.get<{ Params: { id: string } }>('/c/:id', publicRoute, (request, reply) =>
    answer(request as FastifyRequest, reply, request.params.id),
  );
}
