import type { RefusalRegistry } from '../platform/refusal.ts';
import { refusalTexts } from './refusals.messages.ts';

const entries = {
  'figures-outside-scope': { http: 403 },
  'indicator-unknown': { http: 404 },
  'indicator-without-cases': { http: 409 },
  'assessment-period-running': { http: 409 },
  'assessment-published': { http: 409 },
  'scheme-wrong': { http: 422 },
  'scheme-moved-on': { http: 409 },
  'scheme-without-draft': { http: 404 },
  'scheme-needs-another': { http: 403 },
  'scheme-reaches-back': { http: 422 },
} as const;

export const indicatorRefusals: RefusalRegistry = { entries, texts: refusalTexts };
