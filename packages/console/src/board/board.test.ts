import type { Board, BoardRow, LightCounts, TurnedCase } from '@yichuang/contracts';
import { describe, expect, it } from 'vitest';
import { applyChange, changedOrgs, inSameOrder } from './apply-change.ts';
import { queryOf, readBoardFilters } from './board-filters.ts';

const level = { yellow: 0, red: 0 };
const counts = (open: number): LightCounts => ({
  open,
  green: open,
  yellow: 0,
  red: 0,
  grey: 0,
  wasLate: 0,
  step: level,
  promise: level,
  statute: level,
});
const row = (orgId: string, open: number): BoardRow => ({
  orgId,
  name: orgId,
  counts: counts(open),
});
const turned = (
  caseId: string,
  minute: number,
  light: TurnedCase['light'] = 'red',
): TurnedCase => ({
  caseId,
  number: caseId,
  itemName: 'x',
  orgName: 'x',
  light,
  turnedAt: `2026-11-22T02:${String(minute).padStart(2, '0')}:00.000Z`,
});
const board = (rows: readonly BoardRow[], some: readonly TurnedCase[] = []): Board => ({
  at: '2026-11-22T02:00:00.000Z',
  total: counts(rows.reduce((sum, each) => sum + each.counts.open, 0)),
  today: { received: 0, concluded: 0 },
  rows: [...rows],
  turned: [...some],
});

describe('a change of the board', () => {
  const before = board([row('a', 1), row('b', 2), row('c', 3)], [turned('x', 1, 'yellow')]);
  const change = {
    at: '2026-11-22T02:01:00.000Z',
    total: counts(14),
    today: { received: 1, concluded: 0 },
    rows: [row('d', 4), row('b', 7)],
    gone: ['a'],
    turned: [turned('x', 5), turned('y', 4)],
  };
  const after = applyChange(before, change);

  it('leaves every row where it stands; what is new comes last, what has ended goes', () => {
    expect(after.rows.map(({ orgId, counts: { open } }) => [orgId, open])).toEqual([
      ['b', 7],
      ['c', 3],
      ['d', 4],
    ]);
    expect(after).toMatchObject({ at: change.at, total: change.total, today: change.today });
  });

  it('names each case that turned once, by its last light, newest first', () => {
    expect(after.turned.map(({ caseId, light }) => [caseId, light])).toEqual([
      ['x', 'red'],
      ['y', 'red'],
    ]);
  });

  it('makes the rows glow that are another than before, and no other', () => {
    expect(changedOrgs(before, after)).toEqual(['b', 'd']);
    expect(changedOrgs(after, after)).toEqual([]);
  });

  it('does not move rows when the whole board comes once more', () => {
    const whole = board([row('d', 4), row('c', 9), row('b', 7)]);
    expect(inSameOrder(after, whole).rows.map(({ orgId }) => orgId)).toEqual(['b', 'c', 'd']);
  });
});

describe('the filters of the board’s cases', () => {
  it('are what the address says, without what nobody knows', () => {
    const search = { orgId: 'yunxi/zjj', light: 'red', level: 'none', wasLate: true, holder: '' };
    const filters = readBoardFilters(search);
    expect(filters).toEqual({ orgId: 'yunxi/zjj', light: 'red', wasLate: true });
    expect(queryOf({ ...filters, level: undefined })).toEqual(filters);
  });
});
