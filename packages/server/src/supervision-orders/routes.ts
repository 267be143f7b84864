import { Type } from '@sinclair/typebox';
import {
  CaseOrders,
  OrderBody,
  OrderCourse,
  OrderPage,
  OrderQuery,
  OrderReceipt,
  OrderStart,
} from '@yichuang/contracts';
import { sessionOf, type App } from '../platform/http/index.ts';
import { checkSubjects } from './check-subjects.ts';
import { listOrders, ordersOfCase } from './list-orders.ts';
import { openOrder } from './open-order.ts';
import { tellOrder } from './tell-order.ts';
import { suggestOrder, type SuggestDeps } from './suggest-order.ts';

const reading = { right: { action: 'supervision:read' } } as const;
const acting = { right: { action: 'supervision:act' } } as const;
const caseParams = Type.Object({ caseId: Type.String({ maxLength: 64 }) });
const keyHeader = Type.Object({
  'idempotency-key': Type.String({ minLength: 8, maxLength: 100 }),
});

/** /api/supervision/orders: written, listed, told. What is done on one is done on its case. */
export function supervisionOrderRoutes(app: App, deps: SuggestDeps): void {
  addLists(app, deps);
  addWriting(app, deps);
  addTelling(app, deps);
}

function addLists(app: App, deps: SuggestDeps): void {
  app.get(
    '/api/supervision/orders',
    { config: reading, schema: { querystring: OrderQuery, response: { 200: OrderPage } } },
    (request) => listOrders(deps, sessionOf(request, 'staff'), request.query, request.language),
  );
}

function addWriting(app: App, deps: SuggestDeps): void {
  const querystring = Type.Object({
    caseIds: Type.Optional(Type.Array(Type.String({ format: 'uuid' }), { maxItems: 20 })),
    hitIds: Type.Optional(Type.Array(Type.String({ maxLength: 64 }), { maxItems: 20 })),
  });
  app.get(
    '/api/supervision/orders/start',
    { config: acting, schema: { querystring, response: { 200: OrderStart } } },
    (request) => suggestOrder(deps, sessionOf(request, 'staff'), request.query),
  );
  app.post(
    '/api/supervision/orders',
    {
      config: acting,
      schema: { headers: keyHeader, body: OrderBody, response: { 201: OrderReceipt } },
    },
    async (request, reply) => {
      const by = sessionOf(request, 'staff');
      const { body } = request;
      const refused = await checkSubjects(deps, by, body);
      if (refused !== undefined) return reply.refuse([refused]);
      const key = request.headers['idempotency-key'];
      const opened = await openOrder(deps, body, { key, by });
      if (!opened.ok) return reply.refuse(opened.refusals);
      const { caseId, number } = opened;
      return reply.code(201).send({ caseId, number });
    },
  );
}

function addTelling(app: App, deps: SuggestDeps): void {
  const config = { right: 'staff' } as const;
  app.get(
    '/api/supervision/orders/:caseId/course',
    { config, schema: { params: caseParams, response: { 200: OrderCourse } } },
    async (request, reply) => {
      const session = sessionOf(request, 'staff');
      const told = await tellOrder(deps, session, request.params.caseId, request.language);
      return told ?? reply.refuse([{ code: 'not-your-case' }]);
    },
  );
  app.get(
    '/api/cases/:caseId/orders',
    { config, schema: { params: caseParams, response: { 200: CaseOrders } } },
    async (request, reply) => {
      const session = sessionOf(request, 'staff');
      const { caseId } = request.params;
      const found = await deps.desk.readable(session, caseId);
      if (found === undefined) return reply.refuse([{ code: 'not-your-case' }]);
      return ordersOfCase(deps, session, caseId, request.language);
    },
  );
}
