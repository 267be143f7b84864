import type {
  CopiedRule,
  PublishDraftBody,
  RetireRuleBody,
  SavedDraft,
  WatchDefinition,
  WatchHitPage,
  WatchHitQuery,
  WatchHitView,
  WatchRuleList,
  WatchRuleView,
} from '@yichuang/contracts';
import { queryString } from './cases.ts';
import { requestJson } from './request.ts';

const hit = (hitId: string) => `/api/supervision/hits/${encodeURIComponent(hitId)}`;
const rule = (ruleId: string) => `/api/supervision/rules/${encodeURIComponent(ruleId)}`;
const post = (path: string, body?: object) =>
  requestJson<void>({ path, method: 'POST', ...(body === undefined ? {} : { body }) });

export const supervisionApi = {
  hits: ({ isMarked, ...rest }: WatchHitQuery, signal?: AbortSignal) => {
    const marked = isMarked === true ? { isMarked: 'true' } : {};
    const query = queryString({ ...rest, ...marked });
    return requestJson<WatchHitPage>({ path: `/api/supervision/hits?${query}`, signal });
  },
  hit: (hitId: string) => requestJson<WatchHitView>({ path: hit(hitId) }),
  setAside: (hitId: string, reason: string) => post(`${hit(hitId)}/set-aside`, { reason }),
  mark: (hitId: string, isMarked: boolean) => post(`${hit(hitId)}/mark`, { isMarked }),
  rules: () => requestJson<WatchRuleList>({ path: '/api/supervision/rules' }),
  rule: (ruleId: string) => requestJson<WatchRuleView>({ path: rule(ruleId) }),
  /** `changedAt`: of the draft that was read, if there was one; no other is written over. */
  saveDraft: (
    ruleId: string,
    body: { readonly definition: WatchDefinition; readonly changedAt?: string },
  ) => requestJson<SavedDraft>({ path: `${rule(ruleId)}/draft`, method: 'PUT', body }),
  discard: (ruleId: string, changedAt: string) =>
    requestJson<void>({
      path: `${rule(ruleId)}/draft?${queryString({ changedAt })}`,
      method: 'DELETE',
    }),
  copy: (ruleId: string) =>
    requestJson<CopiedRule>({ path: `${rule(ruleId)}/copy`, method: 'POST' }),
  tryOut: (ruleId: string, period: { readonly from: string; readonly until: string }) =>
    post(`${rule(ruleId)}/trial`, period),
  publish: (ruleId: string, body: PublishDraftBody) => post(`${rule(ruleId)}/publish`, body),
  retire: (ruleId: string, body: RetireRuleBody) => post(`${rule(ruleId)}/retire`, body),
  proposeRetirement: (ruleId: string, body: RetireRuleBody) =>
    post(`${rule(ruleId)}/retirement`, body),
  dropRetirement: (ruleId: string) =>
    requestJson<void>({ path: `${rule(ruleId)}/retirement`, method: 'DELETE' }),
  agreeToRetirement: (ruleId: string, proposal: number) =>
    post(`${rule(ruleId)}/retirement/agreement`, { proposal }),
};
