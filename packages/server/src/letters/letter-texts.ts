import type { Language } from '../platform/refusal.ts';
import { texts as en } from './messages.en.ts';
import { texts as zh } from './messages.zh-CN.ts';

export interface LetterTexts {
  /** In place of the name of somebody who gave none. */
  readonly nameless: string;
  readonly told: string;
  readonly answered: string;
  readonly answeredAfter: string;
  readonly and: string;
  readonly units: Readonly<Record<'WD' | 'CD', string>>;
}

export const letterTexts: Readonly<Record<Language, LetterTexts>> = { 'zh-CN': zh, en };
