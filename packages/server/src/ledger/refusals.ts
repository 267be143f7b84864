import type { RefusalRegistry } from '../platform/refusal.ts';
import { refusalTexts as en } from './messages.en.ts';
import { refusalTexts as zh } from './messages.zh-CN.ts';

/** What the public record refuses. */
export const ledgerRefusals: RefusalRegistry = {
  entries: {
    'root-not-published': { http: 404 },
    'head-not-published': { http: 404 },
    'head-not-stamped': { http: 404 },
    'receipt-not-found': { http: 404 },
  },
  texts: { 'zh-CN': zh, en },
};
