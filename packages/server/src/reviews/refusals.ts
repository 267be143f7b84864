import type { RefusalRegistry } from '../platform/refusal.ts';
import { refusalTexts as en } from './messages.en.ts';
import { refusalTexts as zh } from './messages.zh-CN.ts';
import type { ReviewRefusalCode } from './review-text-types.ts';

const entries: Readonly<Record<ReviewRefusalCode, { readonly http: number }>> = {
  'review-code-unknown': { http: 404 },
  'review-invitation-unknown': { http: 404 },
  'review-invitation-expired': { http: 410 },
  'review-given-already': { http: 409 },
  'review-not-mended': { http: 409 },
  'review-screen-of-staff': { http: 403 },
  'review-reason-unknown': { http: 422 },
  'review-phone-needed': { http: 422 },
  'review-item-unknown': { http: 422 },
  'review-not-offered': { http: 404 },
  'review-unknown': { http: 404 },
  'review-of-own-unit': { http: 403 },
  'review-not-finished': { http: 409 },
  'review-period-wrong': { http: 422 },
};

export const reviewRefusals: RefusalRegistry = { entries, texts: { 'zh-CN': zh, en } };
