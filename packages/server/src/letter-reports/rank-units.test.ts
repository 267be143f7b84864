import { describe, expect, test } from 'vitest';
import type { UnitCounts } from './letter-figures.pg.ts';
import { reportTexts } from './report-texts.ts';
import { formulaOf, rankUnits } from './rank-units.ts';

const nothing: UnitCounts = {
  orgId: 'a',
  received: 4,
  answered: 0,
  onTime: 0,
  late: 0,
  rated: 0,
  satisfied: 0,
  checked: 0,
  good: 0,
  medianDays: null,
};
const ranked = (...counts: Partial<UnitCounts>[]) =>
  rankUnits(
    counts.map((one) => ({ ...nothing, ...one })),
    (orgId) => orgId,
  );

describe('the score of a unit', () => {
  test('weighs on-time 40, quality 30, satisfaction 30', () => {
    const all = { onTime: 3, late: 1, checked: 2, good: 1, rated: 4, satisfied: 4 };
    expect(ranked(all)[0]?.score).toBe(75);
  });

  test('is of what can be counted: the other weights take over', () => {
    expect(ranked({ onTime: 1, late: 1 })[0]?.score).toBe(50);
    expect(ranked({ onTime: 1, rated: 1 })[0]?.score).toBe(57.14);
    expect(ranked({})[0]?.score).toBeUndefined();
  });
});

describe('the weights of a county', () => {
  const weights = { onTime: 80, quality: 0, satisfaction: 20 };

  test('decide the score, and a share without weight says nothing', () => {
    const counts = { ...nothing, onTime: 3, late: 1, checked: 2, good: 0, rated: 4, satisfied: 4 };
    expect(rankUnits([counts], (orgId) => orgId, weights)[0]?.score).toBe(80);
  });

  test.each(['zh-CN', 'en'] as const)(
    'stand in the formula beside the number, in %s',
    (language) => {
      const said = formulaOf(reportTexts[language].formula, weights);
      expect(said).toMatch(/80.*0.*20/);
      expect(said).not.toMatch(/[{}]/);
    },
  );
});

describe('the rank', () => {
  test('is shared by units of one score; more letters stand first, then the id', () => {
    const units = ranked(
      { orgId: 'b', onTime: 1 },
      { orgId: 'a', onTime: 1 },
      { orgId: 'c', onTime: 1, received: 9 },
      { orgId: 'd', onTime: 1, late: 1 },
    );
    expect(units.map(({ orgId, rank }) => [orgId, rank])).toEqual([
      ['c', 1],
      ['a', 1],
      ['b', 1],
      ['d', 4],
    ]);
  });

  test('puts last what cannot be counted yet', () => {
    const units = ranked({ orgId: 'a' }, { orgId: 'b', late: 2 });
    expect(units.map(({ orgId }) => orgId)).toEqual(['b', 'a']);
  });
});
