/** What members of staff do with letters beside the case itself. */
import { Type } from '@sinclair/typebox';
import { LetterEntryBody, LetterReceipt } from '@yichuang/contracts';
import { sessionOf, type App } from '../platform/http/index.ts';
import { letterUnits } from './letter-units.ts';
import { enterLetter } from './file-letter.ts';
import type { LetterDeps } from './letter-deps.ts';

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
      schema: { headers: keyHeader, body: LetterEntryBody, response: { 201: LetterReceipt } },
    },
    async (request, reply) => {
      const session = sessionOf(request, 'staff');
      const key = request.headers['idempotency-key'];
      const entered = await enterLetter(deps, session, request.body, key, request.language);
      return entered.ok ? reply.code(201).send(entered.value) : reply.refuse(entered.refusals);
    },
  );
  app.get(
    '/api/letters/units',
    {
      config: { right: 'staff' },
      schema: { response: { 200: Type.Array(LetterUnit) } },
    },
    () => letterUnits(deps),
  );
}
