import type { RefusalRegistry } from '../platform/refusal.ts';
import { bundleRefusalTexts as en } from './messages.en.ts';
import { bundleRefusalTexts as zh } from './messages.zh-CN.ts';

const entries = {
  'bundle-unknown': { http: 404 },
  'bundle-answers-missing': { http: 422 },
  'bundle-nothing-to-file': { http: 409 },
} as const;

export const bundleRefusals: RefusalRegistry = { entries, texts: { 'zh-CN': zh, en } };
