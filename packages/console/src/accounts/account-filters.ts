import { accountStates, type AccountState } from '@yichuang/contracts';

/** What the list is narrowed by; it stands in the address. */
export interface AccountFilters {
  readonly q?: string;
  readonly state?: AccountState;
}

export function readAccountFilters(search: Record<string, unknown>): AccountFilters {
  const q = typeof search['q'] === 'string' ? search['q'].trim().slice(0, 100) : '';
  const state = accountStates.find((each) => each === search['state']);
  return { ...(q === '' ? {} : { q }), ...(state === undefined ? {} : { state }) };
}
