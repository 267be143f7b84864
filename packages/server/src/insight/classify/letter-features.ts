import type { Segmenter } from '../../catalogue/index.ts';
import { gramSpaces, hashWord, visitGrams } from './grams.ts';
import { foldText, type LetterText } from './letter-text.ts';

/** The grams and words of one letter, each once, with how often it occurs (at most 255 times). */
export interface FeatureCounts {
  readonly hashes: Uint32Array;
  readonly counts: Uint8Array;
}

export function countFeatures(letter: LetterText, segmenter: Segmenter): FeatureCounts {
  const found = new Map<number, number>();
  const count = (hash: number): void => void found.set(hash, (found.get(hash) ?? 0) + 1);
  const [title, body] = [foldText(letter.title), foldText(letter.body)];
  visitGrams(title, gramSpaces.anywhere, count);
  visitGrams(body, gramSpaces.anywhere, count);
  visitGrams(title, gramSpaces.title, count);
  for (const word of segmenter.everyWord(joinHan(title))) {
    count(hashWord(word, gramSpaces.word));
    count(hashWord(word, gramSpaces.titleWord));
  }
  for (const word of segmenter.everyWord(joinHan(body))) count(hashWord(word, gramSpaces.word));
  return {
    hashes: Uint32Array.from(found.keys()),
    // A Uint8Array wraps at 256; clamped it stays "very often".
    counts: Uint8Array.from(Uint8ClampedArray.from(found.values())),
  };
}

/** A blank between two Chinese characters would cut a word in two. */
export function joinHan(folded: string): string {
  return folded.replace(/(?<=\p{Script=Han})[^\S\n]+(?=\p{Script=Han})/gu, '');
}
