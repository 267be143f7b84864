import { Type } from '@sinclair/typebox';
import { LedgerEventProof, LedgerReceiptView } from '@yichuang/contracts';
import type { LedgerReceipt } from '@yichuang/kernel/ledger';
import type { CaseDesk } from '../cases/index.ts';
import { sessionOf, type App } from '../platform/http/index.ts';
import type { LedgerDeps } from './ledger-deps.ts';
import { entryProofOf, eventProofOf, inclusionView, receiptOf } from './receipt-of.ts';

export interface LedgerRouteDeps extends LedgerDeps {
  readonly desk: Pick<CaseDesk, 'readable'>;
}

/**
 * The receipt of a case, for its parties; the proof of any event, without its content, for whoever
 * may read the case.
 */
export function registerLedgerRoutes(app: App, deps: LedgerRouteDeps): void {
  const isParty = (personId: string, caseId: string) =>
    deps.store.mayRead(caseId, [`applicant:${personId}`]);

  app.get(
    '/api/cases/:caseId/receipt',
    {
      config: { right: 'resident' },
      schema: {
        params: Type.Object({ caseId: Type.String({ format: 'uuid' }) }),
        querystring: Type.Object({
          head: Type.Optional(Type.Integer({ minimum: 1, maximum: 2_147_483_647 })),
        }),
        response: { 200: LedgerReceiptView },
      },
    },
    async (request, reply) => {
      const { caseId } = request.params;
      const mayRead = await isParty(sessionOf(request, 'resident').personId, caseId);
      const { head: headSize } = request.query;
      const receipt = mayRead ? await receiptOf(deps, caseId, { headSize }) : undefined;
      if (receipt === undefined) return reply.refuse([{ code: 'receipt-not-found' }]);
      return viewOf(receipt);
    },
  );

  const ofEvent = {
    params: Type.Object({
      caseId: Type.String({ format: 'uuid' }),
      seq: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }),
    }),
    response: { 200: LedgerEventProof },
  };
  app.get(
    '/api/my/cases/:caseId/events/:seq/proof',
    { config: { right: 'resident' }, schema: ofEvent },
    async (request, reply) => {
      const { caseId, seq } = request.params;
      const mayRead = await isParty(sessionOf(request, 'resident').personId, caseId);
      const proof = mayRead ? await eventProofOf(deps, caseId, seq) : undefined;
      return proof ?? reply.refuse([{ code: 'receipt-not-found' }]);
    },
  );
  app.get(
    '/api/cases/:caseId/events/:seq/proof',
    { config: { right: 'staff' }, schema: ofEvent },
    async (request, reply) => {
      const { caseId, seq } = request.params;
      const found = await deps.desk.readable(sessionOf(request, 'staff'), caseId);
      const proof = found && (await eventProofOf(deps, caseId, seq));
      return proof ?? reply.refuse([{ code: 'receipt-not-found' }]);
    },
  );
  app.get(
    '/api/ledger/journal/:stream/:seq/proof',
    {
      config: { right: { action: 'supervision:read' } },
      schema: {
        params: Type.Object({
          stream: Type.String({ minLength: 1, maxLength: 200 }),
          seq: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }),
        }),
        response: { 200: LedgerEventProof },
      },
    },
    async ({ params: { stream, seq } }, reply) =>
      (await entryProofOf(deps, stream, seq)) ?? reply.refuse([{ code: 'receipt-not-found' }]),
  );
}

function viewOf({ inclusion, ...receipt }: LedgerReceipt): LedgerReceiptView {
  return inclusion === undefined ? receipt : { ...receipt, inclusion: inclusionView(inclusion) };
}
