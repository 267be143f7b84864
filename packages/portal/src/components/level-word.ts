import type { TextKey, Translate } from '../texts/translate.ts';

const words: Readonly<Record<number, TextKey>> = {
  1: 'review.level.1',
  2: 'review.level.2',
  3: 'review.level.3',
  4: 'review.level.4',
  5: 'review.level.5',
};

/** 非常满意 … 非常不满意. @param level 1 to 5 */
export function levelWord(t: Translate, level: number): string {
  const key = words[level];
  if (key === undefined) throw new Error(`there is no level ${level}`);
  return t(key);
}
