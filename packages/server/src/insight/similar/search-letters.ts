import { normaliseText } from '../../catalogue/index.ts';
import type { GramShares } from './gram-shares.ts';
import type { FoundLetter, LetterIndex, WantedLetters } from './letter-index.ts';
import { pairsOf } from './plain-text.ts';

export interface LetterSearch extends Omit<WantedLetters, 'phrases'> {
  /** Words with blanks between them, each of at least two characters; none: all letters. */
  readonly text: string;
}

/** Where fewer letters than this are expected, all of them are taken from the index of grams. */
const fewLetters = 2000;
/** Newest letters that are read one after the other before the index of grams is asked. */
const mostWalked = 5000;
/** A list has no end of its own; the reader of a page stops long before. */
const mostListed = 1_000_000_000;

/**
 * Letters that hold every word, newest first. A word that many letters hold is found soonest by
 * reading the newest letters; a rare one by the index of its pairs of characters.
 */
export async function searchLetters(
  index: LetterIndex,
  shares: GramShares,
  numberOf: (pair: string) => number,
  { text, ...rest }: LetterSearch,
): Promise<FoundLetter[]> {
  const phrases = normaliseText(text)
    .split(' ')
    .filter((phrase) => phrase.length > 1);
  const wanted = { ...rest, phrases };
  const pairs = [...new Set(phrases.flatMap((phrase) => pairsOf(phrase)))];
  if (pairs.length === 0) return phrases.length > 0 ? [] : await list(index, wanted);
  const expected = pairs.reduce((letters, pair) => letters * shares.shareOf(pair), shares.letters);
  if (expected > fewLetters) {
    const { readers } = wanted.rights;
    if (readers !== undefined) return await index.listed(wanted, readers);
    const walked = await index.walk(wanted, mostWalked);
    if (walked.length >= rest.most) return walked;
  }
  return await index.holding(wanted, pairs.map(numberOf));
}

async function list(index: LetterIndex, wanted: WantedLetters): Promise<FoundLetter[]> {
  const { readers } = wanted.rights;
  if (readers !== undefined) return await index.listed(wanted, readers);
  return await index.walk(wanted, mostListed);
}
