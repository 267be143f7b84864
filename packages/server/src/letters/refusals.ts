import type { RefusalRegistry } from '../platform/refusal.ts';
import { refusalTexts as en } from './messages.en.ts';
import { refusalTexts as zh } from './messages.zh-CN.ts';
import type { LetterRefusalCode } from './refusal-code.ts';

const entries: Readonly<Record<LetterRefusalCode, { readonly http: number }>> = {
  'channel-not-possible': { http: 422 },
  'letter-code-not-needed': { http: 409 },
  'letter-code-wrong': { http: 403 },
  'letter-not-confirmed': { http: 403 },
  'mail-invalid': { http: 422 },
  'slip-not-offered': { http: 404 },
  'slip-of-own-answer': { http: 403 },
};

export const letterRefusals: RefusalRegistry = { entries, texts: { 'zh-CN': zh, en } };
