/** Supervision orders: writing, lists, the course of one. Acts on one are acts on its case. */
import type {
  CaseOrders,
  OrderBody,
  OrderCourse,
  OrderPage,
  OrderQuery,
  OrderReceipt,
  OrderStart,
} from '@yichuang/contracts';
import { queryString } from './cases.ts';
import { requestJson } from './request.ts';

const part = encodeURIComponent;

export const ordersApi = {
  list: (query: OrderQuery, signal?: AbortSignal) =>
    requestJson<OrderPage>({
      path: `/api/supervision/orders?${queryString({ ...query })}`,
      signal,
    }),
  start: (about: { readonly caseIds: readonly string[]; readonly hitIds: readonly string[] }) => {
    const query = new URLSearchParams([
      ...about.caseIds.map((id) => ['caseIds', id]),
      ...about.hitIds.map((id) => ['hitIds', id]),
    ]);
    return requestJson<OrderStart>({ path: `/api/supervision/orders/start?${query.toString()}` });
  },
  open: (body: OrderBody, idempotencyKey: string) =>
    requestJson<OrderReceipt>({
      path: '/api/supervision/orders',
      method: 'POST',
      body,
      idempotencyKey,
    }),
  course: (caseId: string) =>
    requestJson<OrderCourse>({ path: `/api/supervision/orders/${part(caseId)}/course` }),
  ofCase: (caseId: string) =>
    requestJson<CaseOrders>({ path: `/api/cases/${part(caseId)}/orders` }),
};
