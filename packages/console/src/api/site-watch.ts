import type { SiteWatch } from '@yichuang/contracts';
import { requestJson } from './request.ts';

export const siteWatchApi = {
  read: (signal?: AbortSignal) => requestJson<SiteWatch>({ path: '/api/site-watch', signal }),
  lookNow: () => requestJson<unknown>({ method: 'POST', path: '/api/site-watch/looks', body: {} }),
};
