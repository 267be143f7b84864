/** 一件事: questions one a page, what follows from them, and the way into the filing. */
import type { BundleInterview } from '@yichuang/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DRAFT, PUT, questionsPath, withAnswers } from '../bundle-answers.ts';
import { residentOf } from '../gate.ts';
import type { PageContext } from '../page-context.ts';
import { bundlePage, bundlesPage, questionPage, resultAddress } from '../pages/bundle-pages.ts';
import { bundleResultPage } from '../pages/bundle-result-page.ts';
import { sendPage, type Portal } from '../portal.ts';
import { postedForm } from '../posted-form.ts';
import { notFound, orRefusal, refusalText } from '../refusal-answer.ts';
import { publicRoute, residentRoute } from '../route-config.ts';
import { PortalRefusal } from '../services.ts';
import { openDraft } from './open-draft.ts';

interface BundleRoute {
  readonly Params: { readonly id: string };
  readonly Querystring: Readonly<Record<string, unknown>>;
}

export function addBundleRoutes(app: FastifyInstance, portal: Portal): void {
  const { services } = portal;

  app.get('/bundles', publicRoute, async (request, reply) => {
    const ctx = await portal.context(request);
    return sendPage(reply, bundlesPage(ctx, await services.bundles(ctx.locale)));
  });

  app.get<BundleRoute>('/bundles/:id', publicRoute, async (request, reply) => {
    const ctx = await portal.context(request);
    const found = await services.bundleInterview(request.params.id, {}, ctx.locale);
    return sendPage(reply, bundlePage(ctx, found ?? notFound()));
  });

  app.get<BundleRoute>('/bundles/:id/questions', publicRoute, async (request, reply) => {
    const ctx = await portal.context(request);
    const { answers, draftId, put } = given(request.query);
    const found = await services.bundleInterview(request.params.id, answers, ctx.locale);
    const interview = found ?? notFound();
    const { next } = interview;
    if (next === undefined) return reply.redirect(resultAddress(interview, draftId), 303);
    const typed = answers[next.id] ?? '';
    // Whoever comes to the question for the first time has not answered it wrongly.
    const isWrong = put === next.id;
    return sendPage(
      reply,
      questionPage(ctx, {
        interview,
        question: next,
        draftId,
        typed,
        ...(isWrong ? { error: problemOf(ctx, next, typed) } : {}),
      }),
      isWrong ? 422 : 200,
    );
  });

  app.get<BundleRoute>('/bundles/:id/result', publicRoute, async (request, reply) => {
    const ctx = await portal.context(request);
    const { answers, draftId } = given(request.query);
    const result = await services.bundleResult(request.params.id, answers, ctx.locale);
    if (result !== undefined) return sendPage(reply, bundleResultPage(ctx, { result, draftId }));
    const found = await services.bundleInterview(request.params.id, answers, ctx.locale);
    return toQuestions(reply, found ?? notFound(), draftId);
  });

  addFilingRoutes(app, portal);
}

function addFilingRoutes(app: FastifyInstance, portal: Portal): void {
  const { services } = portal;

  app.post<BundleRoute>('/bundles/:id/apply', residentRoute, async (request, reply) => {
    const { id } = request.params;
    const path = `/bundles/${encodeURIComponent(id)}`;
    const ctx = await residentOf(portal, request as FastifyRequest, reply, path);
    if (ctx === undefined) return reply;
    const { answers, draftId } = given(Object.fromEntries(postedForm(request).pairs));
    const found = await services.bundleInterview(id, answers, ctx.locale);
    const interview = found ?? notFound();
    if (!ctx.session.isIdentified) {
      const back = resultAddress(interview, draftId);
      return reply.redirect(`/identify?next=${encodeURIComponent(back)}`, 303);
    }
    const opened = await orRefusal(
      services.openBundleDraft(ctx.session.personId, id, answers, draftId),
    );
    if (!(opened instanceof PortalRefusal)) return reply.redirect(`/drafts/${opened.draftId}`, 303);
    const result = await services.bundleResult(id, answers, ctx.locale);
    if (result === undefined) return toQuestions(reply, interview, draftId);
    const page = bundleResultPage(ctx, { result, draftId, refusal: refusalText(ctx, opened) });
    return sendPage(reply, page, opened.status);
  });

  /** The answers of a draft begun before, to be changed. */
  app.get<{ Params: { id: string } }>(
    '/drafts/:id/questions',
    residentRoute,
    async (request, reply) => {
      const open = await openDraft(portal, request, reply);
      if (open === undefined) return reply;
      const { ctx, draft } = open;
      const bundleId = services.bundleOf(draft.itemCode) ?? notFound();
      const found = await services.bundleInterview(bundleId, draft.form, ctx.locale);
      return reply.redirect(resultAddress(found ?? notFound(), draft.draftId), 303);
    },
  );
}

function toQuestions(
  reply: FastifyReply,
  { bundle, answered }: BundleInterview,
  draftId: string | undefined,
): FastifyReply {
  return reply.redirect(withAnswers(questionsPath(bundle.id), answered, draftId), 303);
}

/** What stands in an address or a form; a list, when a name stands twice, counts as nothing. */
function given(raw: Readonly<Record<string, unknown>>): {
  readonly answers: Readonly<Record<string, string>>;
  readonly draftId: string | undefined;
  readonly put: string | undefined;
} {
  const texts = Object.entries(raw).flatMap(([name, value]) =>
    typeof value === 'string' && value.length <= 100 ? [[name, value.trim()] as const] : [],
  );
  const { [DRAFT]: draftId, [PUT]: put, ...answers } = Object.fromEntries(texts);
  return { answers, draftId, put };
}

function problemOf(
  { t }: PageContext,
  question: NonNullable<BundleInterview['next']>,
  typed: string,
): string {
  if (question.kind !== 'number') return t('bundle.choose-one');
  const bounds = {
    minimum: question.minimum ?? 0,
    maximum: question.maximum ?? 0,
    unit: question.unit ?? '',
  };
  return typed === '' ? t('bundle.type-number') : t('bundle.number-bounds', bounds);
}
