import type { LetterIndex } from './letter-index.ts';
import { pairsOf } from './plain-text.ts';

/** How common pairs of characters are on a shelf. */
export interface GramShares {
  /** Letters on the shelf when it was looked at. */
  readonly letters: number;
  /** Share of the letters that hold the pair, above 0 and at most 1. */
  shareOf(pair: string): number;
}

/** Enough to tell common from rare; a rarer pair counts as half a letter of the sample. */
const sampleSize = 2000;
/**
 * A shelf with fewer letters cannot tell common from rare: of a single one every pair would be
 * common, and nothing would ever be like it.
 */
const leastSample = 20;
/** Letters whose pairs are counted before others get their turn on this thread. */
const atOnce = 100;

export async function learnGramShares(index: LetterIndex): Promise<GramShares> {
  const { plains, letters } = await index.sample(sampleSize);
  const counts = new Map<string, number>();
  for (const [i, plain] of plains.entries()) {
    for (const pair of pairsOf(plain)) counts.set(pair, (counts.get(pair) ?? 0) + 1);
    if (i % atOnce === atOnce - 1) await new Promise((resolve) => setImmediate(resolve));
  }
  const size = Math.max(leastSample, plains.length);
  return { letters, shareOf: (pair) => (counts.get(pair) ?? 0.5) / size };
}
