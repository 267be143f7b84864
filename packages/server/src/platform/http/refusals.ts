import type { RefusalRegistry } from '../refusal.ts';
import { refusalTexts as en } from './messages.en.ts';
import { refusalTexts as zh } from './messages.zh-CN.ts';

const entries = {
  'request-invalid': { http: 400 },
  'request-too-large': { http: 413 },
  'request-type-unknown': { http: 415 },
  'page-not-found': { http: 404 },
  'login-required': { http: 401 },
  'right-not-held': { http: 403 },
  'password-must-change': { http: 403 },
  'foreign-origin': { http: 403 },
  'too-many-attempts': { http: 429 },
  'changed-meanwhile': { http: 409 },
  'service-unavailable': { http: 503 },
  'too-slow': { http: 504 },
  'internal-fault': { http: 500 },
} as const;

/** What the platform itself refuses, and the two kinds of errors that are not refusals. */
export const platformRefusals: RefusalRegistry = { entries, texts: { 'zh-CN': zh, en } };

export type PlatformRefusalCode = keyof typeof entries;
