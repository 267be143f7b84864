import { Type } from '@sinclair/typebox';
import {
  CompareQuery,
  DesignComparison,
  DesignPublished,
  DesignVersions,
  PublishDesign,
  RebaseOrder,
  RebaseReport,
} from '@yichuang/contracts';
import { isPlainDate } from '@yichuang/kernel/time';
import { sessionOf, type App } from '../platform/http/index.ts';
import { compareDraft } from './compare-draft.ts';
import type { DesignDeps } from './design-deps.ts';
import { designerOf } from './designer.ts';
import { publishDraft } from './publish-draft.ts';
import { rebaseCases } from './rebase-cases.ts';
import { canDesign, codeParams, draftParams } from './route-parts.ts';
import { itemVersions, withdrawPlanned } from './versions.ts';

/** Publishing with a date, and what is published. */
export function versionRoutes(app: App, deps: DesignDeps): void {
  addComparing(app, deps);
  addPublishing(app, deps);
  addVersions(app, deps);
  addRebase(app, deps);
}

function addComparing(app: App, deps: DesignDeps): void {
  app.get(
    '/api/designer/drafts/:draftId/compare',
    {
      config: canDesign,
      schema: {
        params: draftParams,
        querystring: CompareQuery,
        response: { 200: DesignComparison },
      },
    },
    async (request, reply) => {
      const designer = designerOf(sessionOf(request, 'staff'));
      const { draftId } = request.params;
      const { with: version } = request.query;
      const compared = await compareDraft(deps, designer, draftId, version, request.language);
      return compared.ok ? compared.value : reply.refuse(compared.refusals);
    },
  );
}

function addPublishing(app: App, deps: DesignDeps): void {
  app.post(
    '/api/designer/drafts/:draftId/publish',
    {
      config: canDesign,
      schema: { params: draftParams, body: PublishDesign, response: { 201: DesignPublished } },
    },
    async (request, reply) => {
      if (!isPlainDate(request.body.from)) {
        return reply.refuse([{ code: 'request-invalid', params: { fields: 'from' } }]);
      }
      const designer = designerOf(sessionOf(request, 'staff'));
      const wish = { draftId: request.params.draftId, ...request.body };
      const published = await publishDraft(deps, designer, wish, request.language);
      if (!published.ok) return reply.refuse(published.refusals);
      return reply.code(201).send(published.value);
    },
  );
}

function addVersions(app: App, deps: DesignDeps): void {
  app.get(
    '/api/designer/items/:code/versions',
    { config: canDesign, schema: { params: codeParams, response: { 200: DesignVersions } } },
    async (request, reply) => {
      const found = await itemVersions(deps, request.params.code);
      return found.ok ? found.value : reply.refuse(found.refusals);
    },
  );
  const params = Type.Composite([
    codeParams,
    Type.Object({ version: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }) }),
  ]);
  app.delete(
    '/api/designer/items/:code/versions/:version',
    { config: canDesign, schema: { params } },
    async (request, reply) => {
      const designer = designerOf(sessionOf(request, 'staff'));
      const { code, version } = request.params;
      const withdrawn = await withdrawPlanned(deps, designer, code, version);
      return withdrawn.ok ? reply.code(204).send() : reply.refuse(withdrawn.refusals);
    },
  );
}

function addRebase(app: App, deps: DesignDeps): void {
  app.post(
    '/api/designer/items/:code/rebase',
    {
      config: { right: { action: 'case:rebase' } },
      schema: { params: codeParams, body: RebaseOrder, response: { 200: RebaseReport } },
    },
    async (request, reply) => {
      const session = sessionOf(request, 'staff');
      const { code } = request.params;
      const done = await rebaseCases(deps, session, code, request.body, request.language);
      return done.ok ? done.value : reply.refuse(done.refusals);
    },
  );
}
