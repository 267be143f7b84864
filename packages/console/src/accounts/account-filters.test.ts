import { expect, it } from 'vitest';
import { readAccountFilters } from './account-filters.ts';

it('the address says what is searched and which state, and nothing that is neither', () => {
  expect(readAccountFilters({ q: ' 住建局 ', state: 'never' })).toEqual({
    q: '住建局',
    state: 'never',
  });
  expect(readAccountFilters({ q: '', state: 'unheard-of', other: 1 })).toEqual({});
});
