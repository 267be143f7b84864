import type { RefusalRegistry } from '../platform/refusal.ts';
import { refusalTexts as en } from './messages.en.ts';
import { refusalTexts as zh } from './messages.zh-CN.ts';

const entries = {
  'post-required': { http: 403 },
  'office-drafts-too-many': { http: 409 },
} as const;

export type OfficeRefusalCode = keyof typeof entries;

export const officeRefusals: RefusalRegistry = { entries, texts: { 'zh-CN': zh, en } };
