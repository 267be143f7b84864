import { Type } from '@sinclair/typebox';
import {
  BundleAnswersBody,
  BundleDraftBody,
  BundleInterview,
  BundleResult,
  BundleSummary,
  DraftView,
} from '@yichuang/contracts';
import { applicantActor } from '../cases/index.ts';
import { sessionOf, type App } from '../platform/http/index.ts';
import type { Bundles } from './bundles.ts';

const isPublic = { right: 'public' } as const;
const params = Type.Object({ id: Type.String({ maxLength: 64 }) });
const answersBody = Type.Object({ answers: BundleAnswersBody });

/** /api/bundles: the questions, what follows from the answers, and the draft of the whole. */
export function bundleRoutes(app: App, bundles: Bundles): void {
  app.get(
    '/api/bundles',
    { config: isPublic, schema: { response: { 200: Type.Array(BundleSummary) } } },
    (request) => bundles.list(request.language),
  );
  app.post(
    '/api/bundles/:id/interview',
    {
      config: isPublic,
      schema: { params, body: answersBody, response: { 200: BundleInterview } },
    },
    async ({ params: { id }, body, language }, reply) => {
      const found = await bundles.interview(id, body.answers, language);
      return found ?? reply.refuse([{ code: 'bundle-unknown' }]);
    },
  );
  app.post(
    '/api/bundles/:id/result',
    { config: isPublic, schema: { params, body: answersBody, response: { 200: BundleResult } } },
    async ({ params: { id }, body, language }, reply) => {
      const found = await bundles.assess(id, body.answers, language);
      if (found !== undefined) return found;
      const isKnown = (await bundles.interview(id, {}, language)) !== undefined;
      return reply.refuse([{ code: isKnown ? 'bundle-answers-missing' : 'bundle-unknown' }]);
    },
  );
  app.post(
    '/api/my/bundles/:id/drafts',
    {
      config: { right: 'resident' },
      schema: { params, body: BundleDraftBody, response: { 201: DraftView } },
    },
    async (request, reply) => {
      const session = sessionOf(request, 'resident');
      const filer = {
        actor: applicantActor(session),
        personId: session.personId,
        isAtCounter: false,
      };
      const { answers, draftId } = request.body;
      const outcome = await bundles.openDraft(filer, request.params.id, answers, draftId);
      return outcome.ok ? reply.code(201).send(outcome.value) : reply.refuse(outcome.refusals);
    },
  );
}
