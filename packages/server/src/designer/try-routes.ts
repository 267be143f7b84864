import { TryResult, TryRun } from '@yichuang/contracts';
import { sessionOf, type App } from '../platform/http/index.ts';
import type { DesignDeps } from './design-deps.ts';
import { designerOf } from './designer.ts';
import { canDesign, draftParams } from './route-parts.ts';
import { tryDraft } from './try-draft.ts';

/** Trying out: an answer to a question, nothing is stored. */
export function tryRoutes(app: App, deps: DesignDeps): void {
  app.post(
    '/api/designer/drafts/:draftId/try',
    {
      config: canDesign,
      schema: { params: draftParams, body: TryRun, response: { 200: TryResult } },
    },
    async (request, reply) => {
      const designer = designerOf(sessionOf(request, 'staff'));
      const { draftId } = request.params;
      const tried = await tryDraft(deps, designer, draftId, request.body, request.language);
      return tried.ok ? tried.value : reply.refuse(tried.refusals);
    },
  );
}
