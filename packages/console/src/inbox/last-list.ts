import type { InboxFilters, InboxList } from './filters.ts';

/** Where the person came from: "back" and "next case" keep to the list that was being worked. */
interface LastList {
  readonly list: InboxList;
  readonly filters: InboxFilters;
}

let last: LastList = { list: 'todo', filters: {} };

export function rememberList(list: InboxList, filters: InboxFilters): void {
  last = { list, filters };
}

export function lastList(): LastList {
  return last;
}
