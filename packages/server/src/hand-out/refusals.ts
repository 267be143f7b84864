import type { RefusalRegistry } from '../platform/refusal.ts';
import { refusalTexts as en } from './messages.en.ts';
import { refusalTexts as zh } from './messages.zh-CN.ts';

const entries = { 'hand-out-not-possible': { http: 422 } } as const;

export const handOutRefusals: RefusalRegistry = { entries, texts: { 'zh-CN': zh, en } };
