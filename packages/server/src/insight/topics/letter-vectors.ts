import { runsOf } from './marked-text.ts';

/** A letter's terms with weights; the squares of the weights add up to one. */
export type LetterVector = readonly (readonly [term: number, weight: number])[];

export interface WeighedText {
  /** Marked texts: names of divisions replaced. */
  readonly title: string;
  readonly body: string;
  /** Names of places with their weight beside one pair of characters of the title. */
  readonly names: ReadonlyMap<string, number>;
}

/** One more use in the body tells less than the title does, which people write to be found by. */
const bodyWeight = 0.2;
/** A letter's terms beyond its rarest ones change no likeness worth mentioning. */
const mostTerms = 80;
/** A term of more letters than this tells nothing and costs most. */
const mostOfAll = 0.05;
const mostLetters = 400;
/** In the week of a small county a topic's own words are in a large share of all letters. */
const leastLetters = 12;

/** Vectors of TF-IDF over pairs of characters and names of places. */
export function letterVectors(texts: readonly WeighedText[]): LetterVector[] {
  const numbers = new Map<string, number>();
  const frequencies: number[] = [];
  const counted = texts.map((text) => {
    const weights = new Map<number, number>();
    for (const [term, weight] of termsOf(text)) {
      let number = numbers.get(term);
      if (number === undefined) numbers.set(term, (number = frequencies.push(0) - 1));
      weights.set(number, weight);
      frequencies[number] = (frequencies[number] ?? 0) + 1;
    }
    return weights;
  });
  const most = Math.min(mostLetters, Math.max(leastLetters, texts.length * mostOfAll));
  return counted.map((weights) => {
    const terms = [...weights].flatMap(([term, weight]) => {
      const letters = frequencies[term] ?? 0;
      if (letters < 2 || letters > most) return [];
      return [[term, weight * Math.log(texts.length / letters)] as const];
    });
    return normalised(terms.sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, mostTerms));
  });
}

function termsOf({ title, body, names }: WeighedText): Map<string, number> {
  const terms = new Map<string, number>();
  for (const pair of pairsOf(body)) terms.set(pair, (terms.get(pair) ?? 0) + 1);
  for (const [pair, count] of terms) terms.set(pair, bodyWeight * (1 + Math.log(count)));
  for (const pair of new Set(pairsOf(title))) terms.set(pair, 1 + (terms.get(pair) ?? 0));
  for (const [name, weight] of names) terms.set(`@${name}`, weight);
  return terms;
}

function pairsOf(text: string): string[] {
  return runsOf(text).flatMap((run) =>
    run.slice(1).map((character, i) => `${run[i] ?? ''}${character}`),
  );
}

function normalised(terms: readonly (readonly [number, number])[]): LetterVector {
  const length = Math.hypot(...terms.map(([, weight]) => weight));
  return terms.map(([term, weight]) => [term, weight / length] as const);
}
