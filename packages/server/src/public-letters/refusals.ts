import type { RefusalRegistry } from '../platform/refusal.ts';
import { refusalTexts as en } from './messages.en.ts';
import { refusalTexts as zh } from './messages.zh-CN.ts';
import type { PublicRefusalCode } from './refusal-code.ts';

const entries: Readonly<Record<PublicRefusalCode, { readonly http: number }>> = {
  'letter-not-public': { http: 404 },
  'comment-unknown': { http: 404 },
};

export const publicLetterRefusals: RefusalRegistry = { entries, texts: { 'zh-CN': zh, en } };
