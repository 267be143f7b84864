/** What a letter is judged by. A letter without a title has an empty one. */
export interface LetterText {
  readonly title: string;
  readonly body: string;
}

/**
 * What comes after these characters is not looked at: the longest of 5,526 real letters has 6,124,
 * and a pasted book must not hold up the others.
 */
const longestField = 10_000;

/**
 * Full-width forms and capitals become plain ones, one character for one, so that a place in the
 * result is the same place in the original and can be quoted from it.
 */
export function foldText(text: string): string {
  const cut = text.length > longestField ? text.slice(0, longestField) : text;
  // Chinese characters and their punctuation fold to themselves and are most of any letter.
  return cut.replace(/[A-Z\u00a0-\u024f\u2460-\u24ff\u3000\uff00-\uffef]/gu, foldCharacter);
}

function foldCharacter(character: string): string {
  const folded = character.normalize('NFKC').toLowerCase();
  return folded.length === character.length ? folded : character;
}
