import type { RefusalRegistry } from '../platform/refusal.ts';
import { refusalTexts as en } from './messages.en.ts';
import { refusalTexts as zh } from './messages.zh-CN.ts';

const entries = {
  'phone-invalid': { http: 422 },
  'login-code-wrong': { http: 401 },
  'login-failed': { http: 401 },
  'name-invalid': { http: 422 },
  'id-number-invalid': { http: 422 },
  'credit-code-invalid': { http: 422 },
  'password-too-short': { http: 422 },
  'password-too-simple': { http: 422 },
  'password-unchanged': { http: 422 },
  'session-unknown': { http: 404 },
} as const;

export const peopleRefusals: RefusalRegistry = { entries, texts: { 'zh-CN': zh, en } };
