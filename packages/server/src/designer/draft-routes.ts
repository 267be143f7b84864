import {
  DesignDraftCreated,
  DesignDraftSaved,
  DesignDraftView,
  DesignerHome,
  DesignerQuery,
  NewDesignDraft,
  SaveDesignDraft,
} from '@yichuang/contracts';
import { sessionOf, type App } from '../platform/http/index.ts';
import type { DesignDeps } from './design-deps.ts';
import { createDraft, findDraft, removeDraft, saveDraft } from './design-drafts.ts';
import { designerOf } from './designer.ts';
import { designerHome, draftView } from './designer-views.ts';
import { canDesign, draftParams } from './route-parts.ts';
import { refuseDesign } from './refusals.ts';

/** /api/designer and its drafts; publishing, packs and trying out have files of their own. */
export function draftRoutes(app: App, deps: DesignDeps): void {
  app.get(
    '/api/designer',
    { config: canDesign, schema: { querystring: DesignerQuery, response: { 200: DesignerHome } } },
    (request) => {
      const designer = designerOf(sessionOf(request, 'staff'));
      return designerHome(deps, designer, request.query.q ?? '');
    },
  );
  addBegin(app, deps);
  addDraft(app, deps);
}

function addBegin(app: App, deps: DesignDeps): void {
  app.post(
    '/api/designer/drafts',
    {
      config: canDesign,
      bodyLimit: 4 * 1024 * 1024,
      schema: { body: NewDesignDraft, response: { 201: DesignDraftCreated } },
    },
    async (request, reply) => {
      const { from, blank, bpmn } = request.body;
      if ([from, blank, bpmn].filter((wish) => wish !== undefined).length !== 1) {
        const fields = 'from | blank | bpmn';
        return reply.refuse([{ code: 'request-invalid', params: { fields } }]);
      }
      const designer = designerOf(sessionOf(request, 'staff'));
      const made = await createDraft(deps, designer, request.body);
      if (!made.ok) return reply.refuse(made.refusals);
      return reply.code(201).send({ draftId: made.value });
    },
  );
}

function addDraft(app: App, deps: DesignDeps): void {
  const url = '/api/designer/drafts/:draftId';
  app.get(
    url,
    { config: canDesign, schema: { params: draftParams, response: { 200: DesignDraftView } } },
    async (request, reply) => {
      const designer = designerOf(sessionOf(request, 'staff'));
      const draft = await findDraft(deps, designer, request.params.draftId);
      if (draft === undefined) return reply.refuse(refuseDesign('design-draft-unknown').refusals);
      return draftView(deps, designer, draft, request.language);
    },
  );
  app.put(
    url,
    {
      config: canDesign,
      schema: { params: draftParams, body: SaveDesignDraft, response: { 200: DesignDraftSaved } },
    },
    async (request, reply) => {
      const designer = designerOf(sessionOf(request, 'staff'));
      const wish = { draftId: request.params.draftId, ...request.body };
      const saved = await saveDraft(deps, designer, wish, request.language);
      return saved.ok ? saved.value : reply.refuse(saved.refusals);
    },
  );
  app.delete(
    url,
    { config: canDesign, schema: { params: draftParams } },
    async (request, reply) => {
      const designer = designerOf(sessionOf(request, 'staff'));
      const removed = await removeDraft(deps, designer, request.params.draftId);
      return removed.ok ? reply.code(204).send() : reply.refuse(removed.refusals);
    },
  );
}
