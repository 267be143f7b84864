import { describe, expect, it } from 'vitest';
import { countIds, isFiltered, lettersBehind, readLetterFilters } from './letter-filters.ts';

describe('filters of letters in the address', () => {
  it('are read as they were written', () => {
    const filters = {
      q: '路灯',
      kind: 'complaint',
      phase: 'accepted',
      unitId: 'yunxi/zjj',
      divisionId: 'yunxi/liupu',
      category: '市政设施',
      light: 'red',
      satisfaction: 'dissatisfied',
      from: '2026-11-16',
      until: '2026-11-22',
    };
    expect(readLetterFilters(filters)).toEqual(filters);
    expect(isFiltered(readLetterFilters(filters))).toBe(true);
  });

  it('leave out what is no known value', () => {
    const search = { kind: 'poem', light: 'green', from: '22.11.2026', q: ' ', satisfaction: 3 };
    expect(readLetterFilters(search)).toEqual({});
    expect(isFiltered(readLetterFilters(search))).toBe(false);
  });

  it('take a number that the router read as a number', () => {
    expect(readLetterFilters({ q: 20261122000002 })).toEqual({ q: '20261122000002' });
  });

  it('lead from a figure to its letters, as many as the server takes at once', () => {
    const ids = Array.from({ length: 250 }, (_, n) => `c${n}`);
    const { ids: text = '' } = lettersBehind(ids);
    expect(countIds(text)).toBe(200);
    expect(readLetterFilters({ ids: text }).ids).toBe(text);
  });
});
