import type {
  DraftChange,
  DraftView,
  FilingReceipt,
  ItemPage,
  PartyBody,
} from '@yichuang/contracts';
import type { FilePage } from '@yichuang/kernel/case';
import { queryString } from './cases.ts';
import { requestJson } from './request.ts';

const part = encodeURIComponent;

/** In place of a material's id: the recipient's handwriting, as PNG. */
export const SIGNATURE = 'signature';

export const counterApi = {
  findItems: (q: string) =>
    requestJson<ItemPage>({
      path: `/api/items?${queryString({ q, onlineOnly: 'true', limit: 20 })}`,
    }),
  drafts: () => requestJson<readonly DraftView[]>({ path: '/api/counter/drafts' }),
  draft: (id: string) => requestJson<DraftView>({ path: `/api/counter/drafts/${part(id)}` }),
  create: (itemCode: string, applicant: PartyBody) =>
    requestJson<DraftView>({
      path: '/api/counter/drafts',
      method: 'POST',
      body: { itemCode, applicant },
    }),
  change: (id: string, change: DraftChange) =>
    requestJson<DraftView>({
      path: `/api/counter/drafts/${part(id)}`,
      method: 'PATCH',
      body: change,
    }),
  file: (id: string, idempotencyKey: string) =>
    requestJson<FilingReceipt>({
      path: `/api/counter/drafts/${part(id)}/file`,
      method: 'POST',
      body: {},
      idempotencyKey,
    }),
  upload: (
    file: Blob,
    name: string,
    of: { itemCode: string; itemVersion?: number | undefined; materialId: string },
  ) => {
    const body = new FormData();
    body.append('file', file, name);
    return requestJson<FilePage>({
      path: `/api/uploads?${queryString(of)}`,
      method: 'POST',
      body,
    });
  },
  uploadUrl: (sha256: string) => `/api/uploads/${sha256}`,
};
