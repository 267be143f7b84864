import { Type } from '@sinclair/typebox';
import {
  MarkHitBody,
  SetAsideBody,
  WatchHitPage,
  WatchHitQuery,
  WatchHitView,
} from '@yichuang/contracts';
import { sessionOf, type App } from '../platform/http/index.ts';
import { markRisk, setHitAside } from './act-on-hit.ts';
import type { SupervisionDeps } from './hit-deps.ts';
import { listHits } from './list-hits.ts';
import { viewHit } from './view-hit.ts';

/** Leaders see what was found in their own units (hit-scope.ts); supervision alone acts on it. */
const read = { right: { action: 'insight:read' } } as const;
const act = { right: { action: 'supervision:act' } } as const;
const params = Type.Object({ hitId: Type.String({ maxLength: 64 }) });
const none = { 204: Type.Null() };

/** /api/supervision/hits: what rules found, with its evidence. */
export function hitRoutes(app: App, deps: SupervisionDeps): void {
  app.get(
    '/api/supervision/hits',
    { config: read, schema: { querystring: WatchHitQuery, response: { 200: WatchHitPage } } },
    (request) => listHits(deps, sessionOf(request, 'staff'), request.query, request.language),
  );
  app.get(
    '/api/supervision/hits/:hitId',
    { config: read, schema: { params, response: { 200: WatchHitView } } },
    async (request, reply) => {
      const session = sessionOf(request, 'staff');
      const view = await viewHit(deps, session, request.params.hitId, request.language);
      return view ?? reply.refuse([{ code: 'hit-not-found' }]);
    },
  );
  app.post(
    '/api/supervision/hits/:hitId/set-aside',
    { config: act, schema: { params, body: SetAsideBody, response: none } },
    async (request, reply) => {
      const { hitId } = request.params;
      const session = sessionOf(request, 'staff');
      const done = await setHitAside(deps, session, hitId, request.body.reason);
      return done.ok ? reply.code(204).send(null) : reply.refuse([done.refusal]);
    },
  );
  app.post(
    '/api/supervision/hits/:hitId/mark',
    { config: act, schema: { params, body: MarkHitBody, response: none } },
    async (request, reply) => {
      const { hitId } = request.params;
      const session = sessionOf(request, 'staff');
      const done = await markRisk(deps, session, hitId, request.body.isMarked);
      return done.ok ? reply.code(204).send(null) : reply.refuse([done.refusal]);
    },
  );
}
