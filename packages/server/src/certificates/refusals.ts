import type { RefusalRegistry } from '../platform/refusal.ts';
import { refusalTexts as en } from './messages.en.ts';
import { refusalTexts as zh } from './messages.zh-CN.ts';

/** What the check of certificates refuses. */
export const certificateRefusals: RefusalRegistry = {
  entries: { 'certificate-not-found': { http: 404 } },
  texts: { 'zh-CN': zh, en },
};
