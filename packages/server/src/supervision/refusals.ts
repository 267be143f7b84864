import type { RefusalRegistry } from '../platform/refusal.ts';
import { refusalTexts } from './refusals.messages.ts';

const entries = {
  'hit-not-found': { http: 404 },
  'hit-about-oneself': { http: 403 },
  'hit-not-open': { http: 409 },
  'rule-not-found': { http: 404 },
  'rule-has-problems': { http: 422 },
  'rule-not-tried': { http: 409 },
  'rule-being-tried': { http: 409 },
  'trial-period-wrong': { http: 422 },
  'rule-needs-another': { http: 403 },
  'rule-of-law': { http: 403 },
  'rule-of-law-milder': { http: 403 },
  'rule-changed-meanwhile': { http: 409 },
} as const;

export const supervisionRefusals: RefusalRegistry = { entries, texts: refusalTexts };
