import type { RefusalRegistry } from '../platform/refusal.ts';
import { refusalTexts } from './refusals.messages.ts';

const entries = {
  'trial-word-wrong': { http: 422 },
  'trial-not-running': { http: 409 },
  'trial-busy': { http: 409 },
  'trial-filling': { http: 409 },
  'trial-nothing-ahead': { http: 409 },
} as const;

export const trialRefusals: RefusalRegistry = { entries, texts: refusalTexts };
