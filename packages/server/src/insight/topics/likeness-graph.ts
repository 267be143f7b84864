import type { LetterVector } from './letter-vectors.ts';

/** For each letter the letters like it: number → cosine. */
export type LikenessGraph = readonly Map<number, number>[];

/** Less is chance: a few common pairs of characters. */
const leastLikeness = 0.03;

/** Cosines of all pairs that share a term, by an inverted index. */
export function likenessGraph(
  vectors: readonly LetterVector[],
  factor: (a: number, b: number) => number,
): LikenessGraph {
  const postings = new Map<number, { letters: number[]; weights: number[] }>();
  const graph = vectors.map(() => new Map<number, number>());
  const sums = new Float64Array(vectors.length);
  vectors.forEach((vector, letter) => {
    const touched: number[] = [];
    for (const [term, weight] of vector) {
      const posting = postings.get(term) ?? { letters: [], weights: [] };
      postings.set(term, posting);
      posting.letters.forEach((other, i) => {
        if (sums[other] === 0) touched.push(other);
        sums[other] = (sums[other] ?? 0) + weight * (posting.weights[i] ?? 0);
      });
      posting.letters.push(letter);
      posting.weights.push(weight);
    }
    for (const other of touched) {
      const cosine = (sums[other] ?? 0) * factor(letter, other);
      sums[other] = 0;
      if (cosine <= leastLikeness) continue;
      graph[letter]?.set(other, cosine);
      graph[other]?.set(letter, cosine);
    }
  });
  return graph;
}

/** Mean likeness of two of the letters, 0 to 1. */
export function cohesionOf(letters: readonly number[], graph: LikenessGraph): number {
  let total = 0;
  letters.forEach((letter, i) => {
    for (const other of letters.slice(0, i)) total += graph[letter]?.get(other) ?? 0;
  });
  return (2 * total) / (letters.length * (letters.length - 1));
}
