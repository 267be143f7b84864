import type { RefusalRegistry } from '../platform/refusal.ts';
import { refusalTexts } from './refusals.messages.ts';

const entries = {
  'upload-off': { http: 409 },
  'upload-receiver-silent': { http: 503 },
  'upload-case-unknown': { http: 404 },
  'upload-day-wrong': { http: 422 },
} as const;

export const exchangeRefusals: RefusalRegistry = { entries, texts: refusalTexts };
