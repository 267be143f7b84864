import { Type } from '@sinclair/typebox';
import {
  DropSchemeDraft,
  PublishScheme,
  SaveSchemeDraft,
  SchemeEffect,
  SchemeView,
} from '@yichuang/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sessionOf, type App } from '../platform/http/index.ts';
import type { Refusal } from '../platform/refusal.ts';
import type { IndicatorDeps } from './indicator-deps.ts';
import { PERIOD_NAME } from './periods.ts';
import { schemeEffect } from './scheme-effect.ts';
import { dropSchemeDraft, writeSchemeDraft } from './write-scheme.ts';
import { publishScheme, viewSchemes } from './schemes.ts';

const reads = { right: { action: 'insight:read' } } as const;
const acts = { right: { action: 'supervision:act' } } as const;
const url = '/api/indicators/scheme';
const response = { 200: SchemeView };

/** /api/indicators/scheme: written by one who watches, put in force by another. */
export function schemeRoutes(app: App, deps: IndicatorDeps): void {
  const view = (request: FastifyRequest) =>
    viewSchemes(deps, sessionOf(request, 'staff'), request.language);
  const answer = async (
    request: FastifyRequest,
    reply: FastifyReply,
    refusal: Refusal | undefined,
  ) => (refusal === undefined ? view(request) : reply.refuse([refusal]));
  app.get(url, { config: reads, schema: { response } }, view);
  app.put(
    `${url}/draft`,
    { config: acts, schema: { body: SaveSchemeDraft, response } },
    async (request, reply) => {
      const session = sessionOf(request, 'staff');
      return answer(request, reply, await writeSchemeDraft(deps, session, request.body));
    },
  );
  app.delete(
    `${url}/draft`,
    { config: acts, schema: { querystring: DropSchemeDraft, response } },
    async (request, reply) => {
      const session = sessionOf(request, 'staff');
      const { changedAt } = request.query;
      return answer(request, reply, await dropSchemeDraft(deps, session, changedAt));
    },
  );
  const querystring = Type.Object({ period: Type.String({ pattern: PERIOD_NAME }) });
  app.get(
    `${url}/effect`,
    { config: acts, schema: { querystring, response: { 200: SchemeEffect } } },
    async (request, reply) =>
      (await schemeEffect(deps, request.query.period, request.language)) ??
      reply.refuse([{ code: 'scheme-without-draft' }]),
  );
  app.post(
    `${url}/publication`,
    { config: acts, schema: { body: PublishScheme, response } },
    async (request, reply) =>
      answer(request, reply, await publishScheme(deps, sessionOf(request, 'staff'), request.body)),
  );
}
