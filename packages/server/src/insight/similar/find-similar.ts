import type { GramShares } from './gram-shares.ts';
import { likenessOf, sharedWords, weighPairs, type SharedWords } from './likeness.ts';
import type { LetterIndex, ShelfRights } from './letter-index.ts';
import { plainText } from './plain-text.ts';

/** A letter as far as it is written. */
export interface LetterDraft {
  readonly title: string;
  readonly body: string;
  readonly senderId?: string;
  /** The letter itself, where it is on the shelf already. */
  readonly caseId?: string;
}

export interface SimilarLetter {
  readonly caseId: string;
  readonly title: string;
  /** One person's second letter, or one of many about the same: to be linked, not closed. */
  readonly kind: 'same-sender-same-matter' | 'same-matter';
  readonly score: number;
  readonly why: SharedWords & { readonly isSameSender: boolean };
}

export interface SimilarQuestion {
  readonly draft: LetterDraft;
  readonly rights: ShelfRights;
  readonly most: number;
  /** Shown from this likeness on; 0.25 unless told. */
  readonly leastScore?: number;
}

/** Candidates whose text is compared for each letter wanted. */
const comparedForOne = 4;
const mostGrams = 32;
/** Letters that the grams may have among them: what bounds the time, however many there are. */
const mostRows = 1500;
const leastGrams = 4;
/** The same person rarely writes about two things in the same words. */
const sameSenderBonus = 0.05;

/**
 * Letters about the same matter, the most alike first, each with why. Nothing is decided by it.
 * @param number of a pair on the shelf that `index` stands for
 */
export async function findSimilar(
  index: LetterIndex,
  shares: GramShares,
  numberOf: (pair: string) => number,
  { draft, rights, most, leastScore = 0.25 }: SimilarQuestion,
): Promise<SimilarLetter[]> {
  const plain = plainText(draft.title, draft.body);
  const weights = weighPairs(plain, shares);
  const telling = rarest(weights, shares);
  if (telling.length === 0) return [];
  const candidates = await index.sharing(
    telling.map(([pair, weight]) => [numberOf(pair), weight] as const),
    rights,
    most * comparedForOne,
  );
  return candidates
    .filter(({ caseId }) => caseId !== draft.caseId)
    .map((letter) => {
      const isSameSender = letter.senderId !== undefined && letter.senderId === draft.senderId;
      const likeness = likenessOf(weights, letter.plain, shares);
      const score = Math.min(1, likeness + (isSameSender ? sameSenderBonus : 0));
      return { letter, isSameSender, score };
    })
    .filter(({ score }) => score >= leastScore)
    .sort((a, b) => b.score - a.score || (a.letter.caseId < b.letter.caseId ? -1 : 1))
    .slice(0, most)
    .map(({ letter, isSameSender, score }) => ({
      caseId: letter.caseId,
      title: letter.title,
      kind: isSameSender ? 'same-sender-same-matter' : 'same-matter',
      score,
      why: { ...sharedWords(plain, letter.plain), isSameSender },
    }));
}

/** The heaviest pairs whose letters together stay below the bound. */
function rarest(weights: ReadonlyMap<string, number>, shares: GramShares): [string, number][] {
  const chosen: [string, number][] = [];
  let rows = 0;
  for (const [pair, weight] of [...weights].sort((a, b) => b[1] - a[1])) {
    rows += shares.letters * shares.shareOf(pair);
    if (chosen.length === mostGrams || (rows > mostRows && chosen.length >= leastGrams)) break;
    chosen.push([pair, weight]);
  }
  return chosen;
}
