import type { RefusalRegistry } from '../platform/refusal.ts';
import { refusalTexts } from './refusals.messages.ts';

const entries = {
  'rehearsal-without-flow': { http: 409 },
  'rehearsal-outside-scope': { http: 403 },
  'rehearsal-busy': { http: 503 },
} as const;

export const rehearsalRefusals: RefusalRegistry = { entries, texts: refusalTexts };

export type RehearsalRefusalCode = keyof typeof entries;
