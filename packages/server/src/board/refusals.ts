import type { RefusalRegistry } from '../platform/refusal.ts';
import { refusalTexts } from './refusals.messages.ts';

const entries = { 'board-full': { http: 503 } } as const;

export const boardRefusals: RefusalRegistry = { entries, texts: refusalTexts };
