import type { RefusalEntry, RefusalRegistry } from '../refusal.ts';
import type { FileRefusalCode } from './file-rules.ts';
import { refusalTexts as en } from './messages.en.ts';
import { refusalTexts as zh } from './messages.zh-CN.ts';

const entries: Readonly<Record<FileRefusalCode, RefusalEntry>> = {
  'file-empty': { http: 422 },
  'file-too-large': { http: 413 },
  'file-type-mismatch': { http: 415 },
  'file-not-readable': { http: 422 },
  'image-bomb': { http: 422 },
  'image-too-small': { http: 422 },
  'image-too-large': { http: 422 },
};

export const fileRefusals: RefusalRegistry = { entries, texts: { 'zh-CN': zh, en } };
