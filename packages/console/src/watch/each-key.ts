import { textKey, type TextKey } from '../texts/locale.ts';

/** The words for what a rule looks at. */
export function eachKey(each: string): TextKey {
  return textKey('watch.each', each) ?? 'watch.each.case';
}
