import type { Language } from '../platform/refusal.ts';
import { texts as en } from './messages.en.ts';
import { texts as zh } from './messages.zh-CN.ts';
import type { ReviewTexts } from './review-text-types.ts';

export const reviewTexts: Readonly<Record<Language, ReviewTexts>> = { 'zh-CN': zh, en };
