import { Type } from '@sinclair/typebox';
import { TrialAccounts, TrialLoad, TrialMove, TrialView } from '@yichuang/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sessionOf, type App } from '../platform/http/index.ts';
import { resetWords } from './refusals.messages.ts';
import type { TrialHost, TrialOutcome } from './trial-host.ts';

const config = { right: { action: 'trial:manage' } } as const;
const Word = Type.Object({ word: Type.String({ maxLength: 20 }) });

/**
 * Keeping the trial county, in the real one and within the trial itself: both speak to the one
 * host. What opens takes seconds and is answered before: 202, and `GET /api/trial` says when.
 */
export function trialRoutes(app: App, host: TrialHost): void {
  const view = async (): Promise<TrialView> => ({ ...(await host.view()), isInside: app.isTrial });
  /** People of the trial are nobody in the county's journal. */
  const keeperOf = (request: FastifyRequest) => {
    const { personId, name = '' } = sessionOf(request, 'staff');
    return app.isTrial ? undefined : { personId, name };
  };
  const accepted = async (reply: FastifyReply, outcome: TrialOutcome) =>
    outcome.ok ? reply.code(202).send(await view()) : reply.refuse([outcome.refusal]);
  const seen = { 200: TrialView };
  const taken = { 202: TrialView };
  app.get('/api/trial', { config, schema: { response: seen } }, view);
  app.post('/api/trial/start', { config, schema: { response: taken } }, async (request, reply) =>
    accepted(reply, await host.start(keeperOf(request))),
  );
  app.post('/api/trial/stop', { config, schema: { response: taken } }, async (request, reply) =>
    accepted(reply, await host.stop(keeperOf(request))),
  );
  app.post(
    '/api/trial/reset',
    { config, schema: { body: Word, response: taken } },
    async (request, reply) => {
      if (!resetWords.has(request.body.word.trim().toLowerCase())) {
        return reply.refuse([{ code: 'trial-word-wrong' }]);
      }
      return accepted(reply, await host.reset(keeperOf(request)));
    },
  );
  app.post(
    '/api/trial/load',
    { config, schema: { body: TrialLoad, response: taken } },
    async (request, reply) => accepted(reply, await host.reset(keeperOf(request), request.body)),
  );
  app.post(
    '/api/trial/clock',
    { config, schema: { body: TrialMove, response: seen } },
    async (request, reply) => {
      const moved = await host.move(request.body);
      return moved.ok ? view() : reply.refuse([moved.refusal]);
    },
  );
  app.get(
    '/api/trial/accounts',
    { config, schema: { response: { 200: TrialAccounts } } },
    async (_, reply) => {
      const found = host.accounts();
      return found.ok ? found.value : reply.refuse([found.refusal]);
    },
  );
}
