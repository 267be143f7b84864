import type { Language } from '../platform/refusal.ts';

interface LetterWords {
  /** In place of the name of who wrote a withheld letter. */
  readonly hiddenSender: string;
}

export const letterWords: Readonly<Record<Language, LetterWords>> = {
  'zh-CN': { hiddenSender: '保密' },
  en: { hiddenSender: 'Kept confidential' },
};
