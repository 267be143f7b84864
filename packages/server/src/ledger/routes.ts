import { Type } from '@sinclair/typebox';
import { Day, LedgerReceiptView, LedgerRoot } from '@yichuang/contracts';
import type { LedgerReceipt } from '@yichuang/kernel/ledger';
import { isPlainDate } from '@yichuang/kernel/time';
import { sessionOf, type App } from '../platform/http/index.ts';
import type { LedgerDeps } from './ledger-deps.ts';
import { readRoot, readRoots } from './ledger-store.pg.ts';
import { receiptOf } from './receipt-of.ts';

const DAYS_A_PAGE = 100;

/** The published roots, for everybody; the receipt of a case, for its parties. */
export function registerLedgerRoutes(app: App, deps: LedgerDeps): void {
  const { db, tenantId } = deps;
  app.get(
    '/api/ledger/roots',
    {
      config: { right: 'public' },
      schema: {
        querystring: Type.Object({ before: Type.Optional(Day) }),
        response: { 200: Type.Object({ roots: Type.Array(LedgerRoot) }) },
      },
    },
    async ({ query: { before } }, reply) => {
      if (before !== undefined && !isPlainDate(before)) {
        return reply.refuse([{ code: 'request-invalid', params: { fields: 'before' } }]);
      }
      const from = before === undefined ? {} : { before };
      return { roots: await readRoots(db, tenantId, { ...from, limit: DAYS_A_PAGE }) };
    },
  );
  app.get(
    '/api/ledger/roots/:day',
    {
      config: { right: 'public' },
      schema: { params: Type.Object({ day: Day }), response: { 200: LedgerRoot } },
    },
    async ({ params: { day } }, reply) => {
      const root = isPlainDate(day) ? await readRoot(db, tenantId, day) : undefined;
      return root ?? reply.refuse([{ code: 'root-not-published' }]);
    },
  );
  app.get(
    '/api/cases/:caseId/receipt',
    {
      config: { right: 'resident' },
      schema: {
        params: Type.Object({ caseId: Type.String({ format: 'uuid' }) }),
        response: { 200: LedgerReceiptView },
      },
    },
    async (request, reply) => {
      const { caseId } = request.params;
      const { personId } = sessionOf(request, 'resident');
      const mayRead = await deps.store.mayRead(caseId, [`applicant:${personId}`]);
      const receipt = mayRead ? await receiptOf(deps, caseId) : undefined;
      if (receipt === undefined) return reply.refuse([{ code: 'receipt-not-found' }]);
      return viewOf(receipt);
    },
  );
}

/** The same, in the contract's mutable lists. */
function viewOf({ inclusion, ...receipt }: LedgerReceipt): LedgerReceiptView {
  if (inclusion === undefined) return receipt;
  return { ...receipt, inclusion: { ...inclusion, proof: [...inclusion.proof] } };
}
