import type { Language } from '../platform/refusal.ts';
import { texts as en } from './messages.en.ts';
import { texts as zh } from './messages.zh-CN.ts';
import type { PublicTexts } from './public-text-types.ts';

export const publicTexts: Readonly<Record<Language, PublicTexts>> = { 'zh-CN': zh, en };
