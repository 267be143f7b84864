import type { RefusalRegistry } from '../platform/refusal.ts';
import { refusalTexts as en } from './messages.en.ts';
import { refusalTexts as zh } from './messages.zh-CN.ts';

const entries = {
  'proxy-not-yours': { http: 403 },
  'proxy-is-yourself': { http: 422 },
  'proxy-of-reserved': { http: 403 },
  'proxy-period-wrong': { http: 422 },
  'proxy-overlaps': { http: 409 },
  'proxy-cycle': { http: 409 },
  'proxy-unknown': { http: 404 },
  'proxy-ended-already': { http: 409 },
  'person-unknown': { http: 422 },
  'hand-over-to-self': { http: 422 },
  'hand-over-of-supervision': { http: 422 },
  'account-holds-work': { http: 409 },
} as const;

export const proxyRefusals: RefusalRegistry = { entries, texts: { 'zh-CN': zh, en } };
