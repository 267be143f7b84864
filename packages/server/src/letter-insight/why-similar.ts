import type { SimilarLetter } from '../insight/index.ts';

const MOST_PHRASES = 3;

/** The words that both hold, the place first. */
export function whySimilar({ why: { place, phrases } }: SimilarLetter): string[] {
  const said = phrases.filter((phrase) => phrase !== place);
  return [...(place === undefined ? [] : [place]), ...said].slice(0, MOST_PHRASES);
}
