import { Type } from '@sinclair/typebox';
import {
  BundleAnswersBody,
  BundleDraftBody,
  BundleInterview,
  BundleResult,
  BundleSummary,
  DraftView,
} from '@yichuang/contracts';
import { counterFiler, residentFiler, type FilerOf } from '../drafts/index.ts';
import type { App, RouteRight } from '../platform/http/index.ts';
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
  addDrafts(app, bundles, '/api/my/bundles', 'resident', residentFiler);
  const atCounter = { action: 'case:file-on-behalf' };
  addDrafts(app, bundles, '/api/counter/bundles', atCounter, counterFiler);
}

/** The same route twice: for residents under /api/my, for the counter under /api/counter. */
function addDrafts(
  app: App,
  bundles: Bundles,
  path: string,
  right: RouteRight,
  filerOf: FilerOf,
): void {
  app.post(
    `${path}/:id/drafts`,
    {
      config: { right },
      schema: { params, body: BundleDraftBody, response: { 201: DraftView } },
    },
    async (request, reply) => {
      const outcome = await bundles.openDraft(filerOf(request), request.params.id, request.body);
      return outcome.ok ? reply.code(201).send(outcome.value) : reply.refuse(outcome.refusals);
    },
  );
}
