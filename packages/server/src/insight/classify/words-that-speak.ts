import type { Segmenter } from '../../catalogue/index.ts';
import type { ClassifierModel } from './classifier-model.ts';
import { gramSpaces, hashWord, visitGrams } from './grams.ts';
import { joinHan } from './letter-features.ts';
import { foldText, type LetterText } from './letter-text.ts';

export interface Reason {
  /** As it stands in the letter. */
  readonly words: string;
  readonly field: 'title' | 'body';
  /** The share of all that speaks for the label, from 0 to 1. */
  readonly weight: number;
}

const mostReasons = 5;
/** Less than this share is no reason that anybody would give. */
const leastWeight = 0.02;

/**
 * A gram of two characters explains nothing to a reader. So what each gram and word weighs is laid
 * on its characters, and those dictionary words are named which carry most; words that overlap are
 * joined.
 */
export function wordsThatSpeak(
  letter: LetterText,
  model: ClassifierModel,
  label: number,
  segmenter: Segmenter,
): Reason[] {
  const fields = (['title', 'body'] as const).map((field) => {
    const folded = foldText(letter[field]);
    const carried = carriedBy(folded, field, model, label, segmenter);
    return { field, folded, carried };
  });
  const total = fields
    .flatMap(({ carried }) => [...carried])
    .reduce((sum, weight) => sum + Math.max(0, weight), 0);
  if (total === 0) return [];
  const spans = fields.flatMap(({ field, folded, carried }) =>
    spansOf(folded, carried, segmenter).map(({ from, to, weight }) => ({
      words: letter[field].slice(from, to),
      field,
      weight: weight / total,
    })),
  );
  return onceEach(spans)
    .filter(({ weight }) => weight >= leastWeight)
    .slice(0, mostReasons);
}

/** For each character, what the grams and words over it say for the label, shared evenly. */
function carriedBy(
  folded: string,
  field: 'title' | 'body',
  model: ClassifierModel,
  label: number,
  segmenter: Segmenter,
): Float64Array {
  const carried = new Float64Array(folded.length);
  const lay = (hash: number, from: number, to: number): void => {
    const weight = weightOf(hash, model, label) / (to - from);
    for (let at = from; at < to; at += 1) carried[at] = (carried[at] ?? 0) + weight;
  };
  visitGrams(folded, gramSpaces.anywhere, lay);
  if (field === 'title') visitGrams(folded, gramSpaces.title, lay);
  for (const word of segmenter.words(joinHan(folded))) {
    for (const [from, to] of placesOf(word, folded)) {
      lay(hashWord(word, gramSpaces.word), from, to);
      if (field === 'title') lay(hashWord(word, gramSpaces.titleWord), from, to);
    }
  }
  return carried;
}

function weightOf(hash: number, { vocabulary, planes }: ClassifierModel, label: number): number {
  const place = vocabulary.places.get(hash);
  if (place === undefined) return 0;
  return (planes[label]?.[place] ?? 0) * (vocabulary.rarities[place] ?? 0);
}

interface Span {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

function spansOf(folded: string, carried: Float64Array, segmenter: Segmenter): Span[] {
  const words = segmenter
    .words(joinHan(folded))
    .flatMap((word) => placesOf(word, folded))
    .map(([from, to]) => ({ from, to, weight: sumOf(carried, from, to) }))
    .filter(({ weight }) => weight > 0);
  const strongest = words.sort((one, other) => other.weight - one.weight).slice(0, 3 * mostReasons);
  return joined(strongest, carried);
}

/** Words that overlap are one phrase to a reader. */
function joined(words: readonly Span[], carried: Float64Array): Span[] {
  const spans: Span[] = [];
  for (const word of [...words].sort((one, other) => one.from - other.from || one.to - other.to)) {
    const last = spans.at(-1);
    if (last === undefined || word.from >= last.to) spans.push(word);
    else {
      const to = Math.max(last.to, word.to);
      spans[spans.length - 1] = { from: last.from, to, weight: sumOf(carried, last.from, to) };
    }
  }
  return spans;
}

function sumOf(carried: Float64Array, from: number, to: number): number {
  return carried.subarray(from, to).reduce((sum, weight) => sum + weight, 0);
}

function placesOf(word: string, text: string): [number, number][] {
  const places: [number, number][] = [];
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) {
    places.push([at, at + word.length]);
  }
  return places;
}

/** The same words in title and body are one reason, with what both weigh. */
function onceEach(reasons: readonly Reason[]): Reason[] {
  const found = new Map<string, Reason>();
  for (const reason of reasons) {
    const before = found.get(reason.words);
    const weight = reason.weight + (before?.weight ?? 0);
    found.set(reason.words, { ...reason, field: before?.field ?? reason.field, weight });
  }
  return [...found.values()].sort((one, other) => other.weight - one.weight);
}
