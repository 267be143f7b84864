import { Type } from '@sinclair/typebox';
import { TrialAccounts, TrialLoad, TrialMove, TrialView } from '@yichuang/contracts';
import type { FastifyReply } from 'fastify';
import type { App } from '../platform/http/index.ts';
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
  const accepted = async (reply: FastifyReply, outcome: TrialOutcome) =>
    outcome.ok ? reply.code(202).send(await view()) : reply.refuse([outcome.refusal]);
  const seen = { 200: TrialView };
  const taken = { 202: TrialView };
  app.get('/api/trial', { config, schema: { response: seen } }, view);
  app.post('/api/trial/start', { config, schema: { response: taken } }, async (_, reply) =>
    accepted(reply, await host.start()),
  );
  app.post('/api/trial/stop', { config, schema: { response: taken } }, async (_, reply) =>
    accepted(reply, await host.stop()),
  );
  app.post(
    '/api/trial/reset',
    { config, schema: { body: Word, response: taken } },
    async (request, reply) => {
      if (!resetWords.has(request.body.word.trim().toLowerCase())) {
        return reply.refuse([{ code: 'trial-word-wrong' }]);
      }
      return accepted(reply, await host.reset());
    },
  );
  app.post(
    '/api/trial/load',
    { config, schema: { body: TrialLoad, response: taken } },
    async (request, reply) => accepted(reply, await host.reset(request.body)),
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
