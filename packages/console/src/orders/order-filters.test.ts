import { describe, expect, it } from 'vitest';
import { aboutOf, isOrderFiltered, readOrderFilters } from './order-filters.ts';

describe('filters of orders in the address', () => {
  it('are kept when known, and left out when not', () => {
    const known = { state: 'overdue', unit: 'yunxi/zjj', source: 'rule', rounds: 2 };
    expect(readOrderFilters(known)).toEqual(known);
    expect(readOrderFilters({ ...known, rounds: '2' }).rounds).toBe(2);
    const unknown = readOrderFilters({ state: 'gone', unit: '', source: 'x', rounds: 1 });
    expect(unknown).toEqual({});
    expect([isOrderFiltered(unknown), isOrderFiltered(readOrderFilters(known))]).toEqual([
      false,
      true,
    ]);
  });

  it('say which case or hit a new order is about', () => {
    expect(aboutOf({ caseId: 'c', hitId: 3 })).toEqual({ caseId: 'c' });
    expect(aboutOf({ hitId: 'h', caseId: '' })).toEqual({ hitId: 'h' });
  });
});
