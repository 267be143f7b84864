import type {
  BundleAnswersBody,
  BundleInterview,
  BundleResult,
  BundleSummary,
  DraftView,
  PartyBody,
} from '@yichuang/contracts';
import { requestJson } from './request.ts';

const pathOf = (id: string) => `/api/bundles/${encodeURIComponent(id)}`;

/** 一件事: several offices' items, found by questions and filed as one. */
export const bundlesApi = {
  list: () => requestJson<readonly BundleSummary[]>({ path: '/api/bundles' }),
  interview: (id: string, answers: BundleAnswersBody) =>
    requestJson<BundleInterview>({
      path: `${pathOf(id)}/interview`,
      method: 'POST',
      body: { answers },
    }),
  result: (id: string, answers: BundleAnswersBody) =>
    requestJson<BundleResult>({ path: `${pathOf(id)}/result`, method: 'POST', body: { answers } }),
  /** A new draft for somebody at the counter. */
  create: (id: string, answers: BundleAnswersBody, applicant: PartyBody) =>
    openDraft(id, { answers, applicant }),
  /** An earlier draft whose answers have changed. */
  workOut: (id: string, answers: BundleAnswersBody, draftId: string) =>
    openDraft(id, { answers, draftId }),
};

function openDraft(id: string, body: object): Promise<DraftView> {
  const path = `/api/counter/bundles/${encodeURIComponent(id)}/drafts`;
  return requestJson<DraftView>({ path, method: 'POST', body });
}
