/**
 * Single characters and pairs, as numbers (with words beside them, runs of three and four added
 * nothing: docs/insight.md). A gram is known by 32 bits and never by its text:
 * a dictionary of strings would be most of the memory, and when words are wanted (why?), the letter
 * itself is at hand. Among 200,000 grams some five share a number, which costs nothing.
 */
export type VisitGram = (hash: number, from: number, to: number) => void;

/** Where a gram stands: the same characters in a title say more, so they also count apart. */
export const gramSpaces = {
  anywhere: 0x811c9dc5,
  title: 0x9e3779b9,
  word: 0x85ebca6b,
  titleWord: 0xc2b2ae35,
} as const;

/**
 * Grams do not reach across punctuation: what meets there does not belong together. Blanks are
 * passed over, since between Chinese characters they are slips of typing or traces of copying.
 */
export function visitGrams(folded: string, space: number, visit: VisitGram): void {
  let before = 0;
  let beforeAt = -1;
  for (let at = 0; at < folded.length; at += 1) {
    const code = folded.charCodeAt(at);
    const kind = kindOf(code);
    if (kind === kinds.blank) continue;
    if (kind === kinds.mark) {
      beforeAt = -1;
      continue;
    }
    visit(finished(stirred(space, code)), at, at + 1);
    if (beforeAt !== -1) visit(finished(stirred(before, code)), beforeAt, at + 1);
    before = stirred(space, code);
    beforeAt = at;
  }
}

const kinds = { unknown: 0, letter: 1, mark: 2, blank: 3 } as const;
/** A regular expression for each character of each letter would be most of the time. */
const kindsSeen = new Uint8Array(65_536);

function kindOf(code: number): number {
  const seen = kindsSeen[code] ?? kinds.unknown;
  if (seen !== kinds.unknown) return seen;
  const character = String.fromCharCode(code);
  // Half of a rare character (a surrogate) is a letter too: names are written with them.
  const isLetter = /[\p{L}\p{N}\p{Cs}]/u.test(character);
  const isBlank = /[\s\p{Cc}]/u.test(character);
  const kind = isLetter ? kinds.letter : isBlank ? kinds.blank : kinds.mark;
  kindsSeen[code] = kind;
  return kind;
}

export function hashWord(word: string, space: number): number {
  let hash = space;
  for (let at = 0; at < word.length; at += 1) hash = stirred(hash, word.charCodeAt(at));
  return finished(hash);
}

function stirred(hash: number, code: number): number {
  const mixed = Math.imul(hash ^ code, 0x01000193);
  return mixed ^ (mixed >>> 15);
}

/** Zero marks an empty place in the table, so no gram may have it. */
function finished(hash: number): number {
  const mixed = Math.imul(hash, 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) >>> 0 || 1;
}
