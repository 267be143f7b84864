import type { RefusalRegistry } from '../platform/refusal.ts';
import type { OfficeRefusalCode } from './refusal-code.ts';
import { refusalTexts as en } from './messages.en.ts';
import { refusalTexts as zh } from './messages.zh-CN.ts';

const entries: Readonly<Record<OfficeRefusalCode, { readonly http: number }>> = {
  'post-required': { http: 403 },
  'office-drafts-too-many': { http: 409 },
};

export const officeRefusals: RefusalRegistry = { entries, texts: { 'zh-CN': zh, en } };
