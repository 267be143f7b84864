import { placeEndings } from '../topics/place-words.messages.ts';
import type { GramShares } from './gram-shares.ts';
import { pairsOf } from './plain-text.ts';

/** What makes two letters alike, in their own words. */
export interface SharedWords {
  /** Phrases that both hold, the longest first. */
  readonly phrases: readonly string[];
  /** The longest of them that is named as places are. */
  readonly place?: string;
}

/** What is said in the title is what it is about. */
const titleWeight = 2;
const leastPhrase = 3;
const mostPhrases = 5;
const placeEnd = new RegExp(`..(?:${placeEndings.join('|')})`, 'u');

/** Weight of each pair of a plain text: how rare it is, twice in the title. */
export function weighPairs(plain: string, shares: GramShares): Map<string, number> {
  const [title = ''] = plain.split('\n');
  const weights = new Map<string, number>();
  for (const pair of pairsOf(plain)) weights.set(pair, -Math.log(shares.shareOf(pair)));
  for (const pair of pairsOf(title)) {
    weights.set(pair, titleWeight * (weights.get(pair) ?? 0));
  }
  return weights;
}

/**
 * How alike a draft is to a letter: the mean of the cosine, for which both must be about the same,
 * and of the share of the draft that the letter holds, since a draft is only begun. 0 to 1.
 */
export function likenessOf(
  weights: ReadonlyMap<string, number>,
  plain: string,
  shares: GramShares,
): number {
  const others = weighPairs(plain, shares);
  let product = 0;
  let held = 0;
  let whole = 0;
  for (const [pair, weight] of weights) {
    const other = others.get(pair);
    whole += weight;
    if (other === undefined) continue;
    product += weight * other;
    held += weight;
  }
  const cosine = product / (lengthOf(weights) * lengthOf(others));
  return whole === 0 ? 0 : (cosine + held / whole) / 2;
}

/** Why two plain texts are alike. */
export function sharedWords(plain: string, other: string): SharedWords {
  const phrases = sharedPhrases(plain, other).slice(0, mostPhrases);
  const place = phrases.find((phrase) => placeEnd.test(phrase));
  return { phrases, ...(place === undefined ? {} : { place }) };
}

function lengthOf(weights: ReadonlyMap<string, number>): number {
  return Math.hypot(...weights.values()) || 1;
}

/** Longest runs of one text that the other holds too. */
function sharedPhrases(text: string, other: string): string[] {
  const found = new Set<string>();
  for (const run of text.match(/[\p{L}\p{N}]+/gu) ?? []) {
    for (let at = 0; at + leastPhrase <= run.length;) {
      let end = at + leastPhrase;
      if (!other.includes(run.slice(at, end))) {
        at++;
        continue;
      }
      while (end < run.length && other.includes(run.slice(at, end + 1))) end++;
      found.add(run.slice(at, end));
      at = end;
    }
  }
  return [...found].sort((a, b) => b.length - a.length);
}
