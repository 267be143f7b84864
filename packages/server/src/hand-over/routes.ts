import { Type } from '@sinclair/typebox';
import { HandOver, HandOverReport, HoldingsView } from '@yichuang/contracts';
import { sessionOf, type App } from '../platform/http/index.ts';
import type { HandOvers } from './hand-over.ts';

const config = { right: { action: 'people:hand-over' } } as const;
const params = Type.Object({ personId: Type.String({ format: 'uuid' }) });

/** What somebody holds, who takes it over, and the account closed only when nothing is left. */
export function handOverRoutes(app: App, handOvers: HandOvers): void {
  app.get(
    '/api/staff/:personId/holdings',
    { config, schema: { params, response: { 200: HoldingsView } } },
    async (request, reply) => {
      const session = sessionOf(request, 'staff');
      const done = await handOvers.holdings(session, request.params.personId);
      return done.ok ? reply.send(done.value) : reply.refuse(done.refusals);
    },
  );
  app.post(
    '/api/staff/:personId/hand-over',
    { config, schema: { params, body: HandOver, response: { 200: HandOverReport } } },
    async (request, reply) => {
      const session = sessionOf(request, 'staff');
      const { params: of, body, language } = request;
      const done = await handOvers.handOver(session, of.personId, body, language);
      return done.ok ? reply.send(done.value) : reply.refuse(done.refusals);
    },
  );
  app.post(
    '/api/staff/:personId/close',
    { config, schema: { params, response: { 200: HoldingsView } } },
    async (request, reply) => {
      const session = sessionOf(request, 'staff');
      const done = await handOvers.close(session, request.params.personId);
      return done.ok ? reply.send(done.value) : reply.refuse(done.refusals);
    },
  );
}
