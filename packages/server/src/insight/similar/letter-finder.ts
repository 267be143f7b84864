import type { Db } from '../../platform/db/index.ts';
import { findSimilar, type SimilarLetter, type SimilarQuestion } from './find-similar.ts';
import { learnGramShares, type GramShares } from './gram-shares.ts';
import type { FoundLetter, Shelf } from './letter-index.ts';
import { letterIndexPg } from './letter-index.pg.ts';
import { gramNumber } from './plain-text.ts';
import { searchLetters, type LetterSearch } from './search-letters.ts';

/** Finds letters on one shelf of one tenant. One of it lives as long as the server does. */
export interface LetterFinder {
  /** Letters about the same matter as a draft, the most alike first, each with why. */
  similar(question: SimilarQuestion): Promise<SimilarLetter[]>;
  /** A page of the letters that hold all words, newest first; without words the plain list. */
  search(search: LetterSearch): Promise<FoundLetter[]>;
}

/** Words come and go over weeks; until then what was learned serves. */
const sharesLastMs = 3_600_000;
/** A shelf that is being filled is looked at again soon. */
const fewSharesLastMs = 60_000;
const fewLetters = 5000;

/** @param nowMs the server's clock, milliseconds; only to forget what was learned long ago */
export function openLetterFinder(
  db: Db,
  { tenantId, shelf, nowMs }: { tenantId: string; shelf: Shelf; nowMs: () => number },
): LetterFinder {
  const index = letterIndexPg(db, tenantId, shelf);
  const numberOf = (pair: string): number => gramNumber(tenantId, shelf, pair);
  let learned: { readonly untilMs: number; readonly shares: Promise<GramShares> } | undefined;
  const learn = async (): Promise<GramShares> => {
    const shares = await learnGramShares(index);
    if (shares.letters < fewLetters && learned !== undefined) {
      learned = { ...learned, untilMs: nowMs() + fewSharesLastMs };
    }
    return shares;
  };
  const shares = (): Promise<GramShares> => {
    if (learned === undefined || nowMs() > learned.untilMs) {
      learned = { untilMs: nowMs() + sharesLastMs, shares: learn() };
      // What failed is tried again by the next who asks.
      learned.shares.catch(() => (learned = undefined));
    }
    return learned.shares;
  };
  return {
    similar: async (question) => findSimilar(index, await shares(), numberOf, question),
    search: async (search) => searchLetters(index, await shares(), numberOf, search),
  };
}
