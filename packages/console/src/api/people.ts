/** Colleagues, who acts for whom, what a leaving person holds, and what oneself is told. */
import type {
  HandOver,
  HandOverReport,
  HoldingsView,
  NewProxy,
  ProxyView,
  StaffPerson,
} from '@yichuang/contracts';
import { requestJson } from './request.ts';

const part = encodeURIComponent;

export interface StaffMessage {
  readonly id: string;
  readonly caseId?: string;
  readonly subject: string;
  readonly body: string;
  readonly at: string;
  readonly isRead: boolean;
}

export interface StaffMessages {
  readonly messages: readonly StaffMessage[];
}

export const peopleApi = {
  find: (q: string, isLeaving = false) =>
    requestJson<readonly StaffPerson[]>({
      path: `/api/staff?q=${part(q)}${isLeaving ? '&leaving=1' : ''}`,
    }),
  proxies: (personId?: string) =>
    requestJson<readonly ProxyView[]>({
      path: `/api/proxies${personId === undefined ? '' : `?personId=${part(personId)}`}`,
    }),
  setProxy: (proxy: NewProxy) =>
    requestJson<ProxyView>({ path: '/api/proxies', method: 'POST', body: proxy }),
  endProxy: (proxyId: string) =>
    requestJson<ProxyView>({ path: `/api/proxies/${part(proxyId)}/end`, method: 'POST' }),
  holdings: (personId: string) =>
    requestJson<HoldingsView>({ path: `/api/staff/${part(personId)}/holdings` }),
  handOver: (personId: string, order: HandOver) =>
    requestJson<HandOverReport>({
      path: `/api/staff/${part(personId)}/hand-over`,
      method: 'POST',
      body: order,
    }),
  closeAccount: (personId: string) =>
    requestJson<HoldingsView>({ path: `/api/staff/${part(personId)}/close`, method: 'POST' }),
  messages: () => requestJson<StaffMessages>({ path: '/api/me/messages' }),
  unread: () => requestJson<{ readonly count: number }>({ path: '/api/me/messages/unread' }),
  markRead: (id: string) =>
    requestJson<unknown>({ path: `/api/me/messages/${part(id)}/read`, method: 'POST' }),
};
