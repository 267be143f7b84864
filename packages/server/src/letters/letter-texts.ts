import type { Language } from '../platform/refusal.ts';
import { texts as en } from './messages.en.ts';
import { texts as zh } from './messages.zh-CN.ts';
import type { LetterTexts } from './letter-text-types.ts';

export const letterTexts: Readonly<Record<Language, LetterTexts>> = { 'zh-CN': zh, en };
