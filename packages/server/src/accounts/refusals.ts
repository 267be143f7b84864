import type { RefusalRegistry } from '../platform/refusal.ts';
import { refusalTexts as en } from './messages.en.ts';
import { refusalTexts as zh } from './messages.zh-CN.ts';

const entries = {
  'account-unknown': { http: 404 },
  'account-own': { http: 403 },
  'account-reserved': { http: 403 },
  'post-reserved': { http: 403 },
  'post-unknown': { http: 422 },
  'login-name-taken': { http: 409 },
  'login-name-invalid': { http: 422 },
  'account-name-missing': { http: 422 },
} as const;

export const accountRefusals: RefusalRegistry = { entries, texts: { 'zh-CN': zh, en } };
