import { describe, expect, test } from 'vitest';
import { assessFee, fen, type PerUnitFee, type TieredFee } from './index.ts';

const basis = { law: '政府信息公开信息处理费管理办法（国办函〔2020〕109号）', article: '收费标准' };

/** 按件: 10 free, then 100 yuan each to 30, then each further ten 100 yuan dearer. */
const byRequest: TieredFee = {
  id: 'XX-JF-AJ',
  name: '信息处理费（按件）',
  basis,
  kind: 'tiered',
  unit: '件',
  quantityField: 'requests',
  tiers: [
    { upTo: 10, unitFen: fen(0) },
    { upTo: 30, unitFen: fen(100_00) },
  ],
  rising: { every: 10, addFen: fen(100_00) },
};

/** 按量: 30 pages free, then 10, 20 and 40 yuan a page. */
const byPage: TieredFee = {
  id: 'XX-JF-AL',
  name: '信息处理费（按量）',
  basis,
  kind: 'tiered',
  unit: '页',
  quantityField: 'pages',
  tiers: [
    { upTo: 30, unitFen: fen(0) },
    { upTo: 100, unitFen: fen(10_00) },
    { upTo: 200, unitFen: fen(20_00) },
    { unitFen: fen(40_00) },
  ],
};

const perUnit: PerUnitFee = {
  id: 'F1',
  name: 'area fee',
  basis,
  kind: 'per-unit',
  unitFen: fen(150),
  unit: '平方米',
  quantityField: 'area',
  minFen: fen(10_000),
  maxFen: fen(1_000_000),
  exemptions: [
    { id: 'half', when: 'isSmall', basis, waivedPercent: 50 },
    { id: 'whole', when: 'isPublicSchool', basis },
  ],
};

describe('信息处理费', () => {
  test.each([
    [0, 0],
    [10, 0],
    [11, 100],
    [30, 2000],
    [31, 2200],
    [35, 3000],
    [40, 4000],
    [41, 4300],
    [50, 7000],
    [60, 11000],
  ])('%i requests in a month cost %i yuan', (requests, yuan) => {
    expect(assessFee(byRequest, { requests }).amountFen).toBe(yuan * 100);
  });

  test.each([
    [30, 0],
    [31, 10],
    [100, 700],
    [101, 720],
    [200, 2700],
    [201, 2740],
    [250, 4700],
  ])('%i pages cost %i yuan', (pages, yuan) => {
    expect(assessFee(byPage, { pages }).amountFen).toBe(yuan * 100);
  });

  test('the lines show each tier and add up', () => {
    const { lines, amountFen } = assessFee(byRequest, { requests: 41 });
    const parts = lines.map((line) => [line.quantity, line.unitFen, line.amountFen]);
    expect(parts).toEqual([
      [10, 0, 0],
      [20, 100_00, 2000_00],
      [10, 200_00, 2000_00],
      [1, 300_00, 300_00],
    ]);
    expect(amountFen).toBe(4300_00);
  });

  test('a fraction of a page is a fault', () => {
    expect(() => assessFee(byPage, { pages: 1.5 })).toThrow(/XX-JF-AL: not a whole/);
  });
});

describe('fees computed from a standard', () => {
  test('fixed', () => {
    const standard = {
      id: 'F0',
      name: 'copy',
      basis,
      kind: 'fixed' as const,
      unitFen: fen(500),
      unit: '份',
    };
    expect(assessFee(standard, {})).toEqual({
      amountFen: 500,
      lines: [{ name: 'copy', quantity: 1, unit: '份', unitFen: 500, amountFen: 500 }],
      basis,
    });
  });

  test('per unit, with a quantity that has decimals', () => {
    const { amountFen, lines } = assessFee(perUnit, { area: '1234.56' });
    expect(amountFen).toBe(185_184);
    expect(lines[0]).toMatchObject({ quantity: '1234.56', unit: '平方米', unitFen: 150 });
  });

  test('minimum and maximum bind and say so', () => {
    expect(assessFee(perUnit, { area: 1 })).toMatchObject({ amountFen: 10_000, bound: 'minimum' });
    const large = assessFee(perUnit, { area: 100_000 });
    expect(large).toMatchObject({ amountFen: 1_000_000, bound: 'maximum' });
    expect(assessFee(perUnit, { area: 100 })).not.toHaveProperty('bound');
  });

  test('of two exemptions that hold, the better one applies, and unknown ids do nothing', () => {
    const half = assessFee(perUnit, { area: 100 }, ['half']);
    expect(half).toMatchObject({ amountFen: 7500, exemption: { id: 'half', waivedFen: 7500 } });
    const whole = assessFee(perUnit, { area: 100 }, ['half', 'whole']);
    expect(whole).toMatchObject({ amountFen: 0, exemption: { id: 'whole', waivedFen: 15_000 } });
    expect(assessFee(perUnit, { area: 100 }, ['other'])).not.toHaveProperty('exemption');
  });

  test('a quantity that the form did not ask for is a fault of the pack', () => {
    expect(() => assessFee(perUnit, {})).toThrow(/F1: no quantity in area/);
    expect(() => assessFee(perUnit, { area: -1 })).toThrow(RangeError);
  });
});
