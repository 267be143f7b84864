import type {
  BatchBody,
  BatchResult,
  ListCounts,
  OfficeBody,
  OfficeDraft,
  OfficeFiling,
  OfficeHome,
  OfficePreview,
  OfficeReceipt,
  OfficeStart,
} from '@yichuang/contracts';
import { requestJson } from './request.ts';

const part = encodeURIComponent;

export interface FollowState {
  readonly isFollowed: boolean;
}

/** Approvals within the offices: starting them, drafts, following, many at once. */
export const officeApi = {
  home: () => requestJson<OfficeHome>({ path: '/api/office/items' }),
  start: (code: string) =>
    requestJson<OfficeStart>({ path: `/api/office/items/${part(code)}/start` }),
  preview: (body: OfficeBody, signal?: AbortSignal) =>
    requestJson<OfficePreview>({ path: '/api/office/preview', method: 'POST', body, signal }),
  file: (body: OfficeFiling, idempotencyKey: string) =>
    requestJson<OfficeReceipt>({
      path: '/api/office/cases',
      method: 'POST',
      body,
      idempotencyKey,
    }),
  drafts: () => requestJson<readonly OfficeDraft[]>({ path: '/api/office/drafts' }),
  draft: (id: string) => requestJson<OfficeDraft>({ path: `/api/office/drafts/${part(id)}` }),
  saveDraft: (id: string, body: OfficeBody) =>
    requestJson<OfficeDraft>({ path: `/api/office/drafts/${part(id)}`, method: 'PUT', body }),
  removeDraft: (id: string) =>
    requestJson<undefined>({ path: `/api/office/drafts/${part(id)}`, method: 'DELETE' }),
  counts: (signal?: AbortSignal) => requestJson<ListCounts>({ path: '/api/tasks/counts', signal }),
  follow: (caseId: string) =>
    requestJson<FollowState>({ path: `/api/cases/${part(caseId)}/follow` }),
  setFollow: (caseId: string, isFollowed: boolean) =>
    requestJson<FollowState>({
      path: `/api/cases/${part(caseId)}/follow`,
      method: isFollowed ? 'PUT' : 'DELETE',
    }),
  batch: (body: BatchBody, idempotencyKey: string) =>
    requestJson<BatchResult>({
      path: '/api/cases/batch',
      method: 'POST',
      body,
      idempotencyKey,
    }),
};
