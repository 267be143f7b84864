import type { Language } from '../platform/refusal.ts';
import { texts as en } from './messages.en.ts';
import { texts as zh } from './messages.zh-CN.ts';

export interface PublicTexts {
  /** In place of a name that nobody gave. */
  readonly citizen: string;
  /** What happened, by the keys of the course. */
  readonly course: Readonly<Record<string, string>>;
}

export const publicTexts: Readonly<Record<Language, PublicTexts>> = { 'zh-CN': zh, en };
