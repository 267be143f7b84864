import { emptyWords } from './place-words.messages.ts';

export interface SharedPhrase {
  readonly text: string;
  /** Of the group's titles, how many hold it. */
  readonly letters: number;
}

const mostWords = 4;
const isWord = /^[\p{L}\p{N}]+$/u;
/** A longer phrase is no better for being longer. */
const mostTelling = 4;
const empty = `(?:${emptyWords.join('|')})`;
const emptyEdge = new RegExp(`^${empty}|${empty}$`, 'u');

/** How many of all titles hold a phrase; a title comes as its words. */
export function countPhrases(titles: readonly (readonly string[])[]): (phrase: string) => number {
  const counts = new Map<string, number>();
  for (const title of titles) {
    for (const phrase of phrasesOf(title)) counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
  }
  return (phrase) => counts.get(phrase) ?? 0;
}

/**
 * Phrases that the titles of a group share and other titles do not, the most telling first; a
 * phrase that overlaps a better one is left out.
 */
export function sharedPhrases(
  titles: readonly (readonly string[])[],
  all: { readonly letters: number; readonly counted: (phrase: string) => number },
  most: number,
): SharedPhrase[] {
  const counts = new Map<string, number>();
  for (const title of titles) {
    for (const phrase of phrasesOf(title)) counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
  }
  const scored = [...counts]
    .filter(([phrase, count]) => count > 1 && !emptyEdge.test(phrase))
    .map(([text, letters]) => ({
      text,
      letters,
      score:
        letters ** 2 *
        (Math.min(text.length, mostTelling) - 1) *
        Math.log(all.letters / Math.max(letters, all.counted(text))),
    }))
    .sort((a, b) => b.score - a.score || (a.text < b.text ? -1 : 1));
  const chosen: SharedPhrase[] = [];
  for (const { text, letters } of scored) {
    if (chosen.length === most) break;
    if (!chosen.some((other) => overlaps(other.text, text))) chosen.push({ text, letters });
  }
  return chosen;
}

function overlaps(a: string, b: string): boolean {
  const pairs = (text: string): string[] =>
    [...text].slice(1).map((c, i) => `${text[i] ?? ''}${c}`);
  const of = new Set(pairs(a));
  return pairs(b).some((pair) => of.has(pair));
}

/** Up to four words in a row, of two characters and more. */
function phrasesOf(words: readonly string[]): Set<string> {
  const phrases = new Set<string>();
  words.forEach((_, at) => {
    let phrase = '';
    for (const word of words.slice(at, at + mostWords)) {
      if (!isWord.test(word)) break;
      phrase += word;
      if (phrase.length > 1) phrases.add(phrase);
    }
  });
  return phrases;
}
