import { normaliseText, pairsOf } from '../../catalogue/index.ts';
import type { Shelf } from './letter-index.ts';

/** What follows in a longer letter is repetition and attachments pasted in. */
const mostCharacters = 2000;

/** Title and body in one spelling, with a line between them. */
export function plainText(title: string, body: string): string {
  return `${normaliseText(title)}\n${normaliseText(body)}`.slice(0, mostCharacters);
}

/** Number of a pair of characters on a shelf: FNV-1a, as a signed 32-bit integer. */
export function gramNumber(tenantId: string, shelf: Shelf, pair: string): number {
  let hash = 0x811c9dc5;
  for (const character of `${tenantId}/${shelf}/${pair}`) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return hash | 0;
}

export { pairsOf };
