import type { LetterFilters } from '../letter-list/letter-filters.ts';
import type { InboxFilters, InboxList } from './filters.ts';

/** Where the person came from: "back" and "next case" keep to the list that was being worked. */
interface LastList {
  readonly list: InboxList;
  readonly filters: InboxFilters;
  /** Set where it was the list of letters. */
  readonly letters?: LetterFilters;
}

let last: LastList = { list: 'todo', filters: {} };

export function rememberList(list: InboxList, filters: InboxFilters): void {
  last = { list, filters };
}

export function rememberLetters(letters: LetterFilters): void {
  last = { list: 'all', filters: {}, letters };
}

export function lastList(): LastList {
  return last;
}
