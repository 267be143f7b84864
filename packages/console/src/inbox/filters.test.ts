import { describe, expect, it } from 'vitest';
import { isFiltered, phasesOf, readFilters } from './filters.ts';
import { countText } from './use-tasks.ts';

describe('filters in the address', () => {
  it('are read as they were written', () => {
    const filters = {
      light: 'red',
      phase: 'accepted',
      itemCode: '119',
      onBehalfOf: '张三',
      q: '青石',
    };
    expect(readFilters(filters)).toEqual(filters);
    expect(isFiltered(readFilters(filters))).toBe(true);
  });

  it('leave out what is no known value, so that an old address still opens', () => {
    const search = { light: 'purple', phase: 7, q: ['x'], itemCode: '  ', other: 'x' };
    expect(readFilters(search)).toEqual({});
    expect(isFiltered(readFilters(search))).toBe(false);
  });

  it('take a case number that the router read as a number', () => {
    expect(readFilters({ q: 20261122000002 })).toEqual({ q: '20261122000002' });
  });

  it('cut a search that is longer than the server takes', () => {
    expect(readFilters({ q: 'x'.repeat(300) }).q).toHaveLength(100);
  });

  it('offer in "to do" no phase in which nothing is to do', () => {
    expect(phasesOf('todo')).not.toContain('archived');
    expect(phasesOf('all')).toContain('archived');
  });
});

it('counts stop where the server stops counting', () => {
  expect([countText(0, false), countText(12, false), countText(1000, true)]).toEqual([
    '',
    '12',
    '1,000+',
  ]);
});
