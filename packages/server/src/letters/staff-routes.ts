/** What members of staff do with letters beside the case itself. */
import { Type } from '@sinclair/typebox';
import { LetterEntryBody, LetterEntryReceipt, SlipAgain } from '@yichuang/contracts';
import type { FastifyReply } from 'fastify';
import { sessionOf, type App } from '../platform/http/index.ts';
import { letterUnits } from './letter-units.ts';
import { enterLetter } from './file-letter.ts';
import type { LetterDeps, Outcome } from './letter-deps.ts';
import { printSlip, printSlipAgain } from './print-slip.ts';

const keyHeader = Type.Object({ 'idempotency-key': Type.String({ minLength: 8, maxLength: 100 }) });

const LetterUnit = Type.Object({
  orgId: Type.String(),
  name: Type.String(),
  kind: Type.String(),
  /** Whether it has somebody who receives letters; others cannot be referred to. */
  hasReception: Type.Boolean(),
});

export function letterStaffRoutes(app: App, deps: LetterDeps): void {
  app.post(
    '/api/letters/entries',
    {
      config: { right: { action: 'letter:enter' } },
      schema: { headers: keyHeader, body: LetterEntryBody, response: { 201: LetterEntryReceipt } },
    },
    async (request, reply) => {
      const session = sessionOf(request, 'staff');
      const key = request.headers['idempotency-key'];
      const at = { session, ip: request.ip };
      const entered = await enterLetter(deps, at, request.body, key, request.language);
      return entered.ok ? reply.code(201).send(entered.value) : reply.refuse(entered.refusals);
    },
  );
  addSlips(app, deps);
  app.get(
    '/api/letters/units',
    {
      config: { right: 'staff' },
      schema: { response: { 200: Type.Array(LetterUnit) } },
    },
    () => letterUnits(deps),
  );
}

/** Shown by the browser's own printing, never as text of a page. */
function addSlips(app: App, deps: LetterDeps): void {
  const params = Type.Object({ caseId: Type.String({ maxLength: 64 }) });
  const send = (reply: FastifyReply, slip: Outcome<Uint8Array>) =>
    slip.ok
      ? reply
          .header('content-type', 'application/pdf')
          .header('cache-control', 'no-store')
          .send(Buffer.from(slip.value))
      : reply.refuse(slip.refusals);
  app.post(
    '/api/letters/entries/:caseId/slip',
    { config: { right: { action: 'letter:enter' } }, schema: { params } },
    async (request, reply) => {
      const session = sessionOf(request, 'staff');
      return send(reply, await printSlip(deps, { session, ip: request.ip }, request.params.caseId));
    },
  );
  app.post(
    '/api/letters/:caseId/slip',
    { config: { right: { action: 'letter:office' } }, schema: { params, body: SlipAgain } },
    async (request, reply) => {
      const session = sessionOf(request, 'staff');
      const { params: of, body, ip } = request;
      return send(reply, await printSlipAgain(deps, { session, ip }, of.caseId, body.seen));
    },
  );
}
