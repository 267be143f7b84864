import type { RefusalRegistry } from '../platform/refusal.ts';
import { refusalTexts } from './refusals.messages.ts';

const entries = {
  'report-too-large': { http: 409 },
  'report-period-wrong': { http: 422 },
} as const;

export const letterReportRefusals: RefusalRegistry = { entries, texts: refusalTexts };
