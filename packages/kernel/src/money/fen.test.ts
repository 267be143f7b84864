import { describe, expect, test } from 'vitest';
import { addFen, chineseFen, fen, formatFen, multiplyFen, percentOfFen } from './index.ts';

describe('amounts', () => {
  test('a fen is whole', () => {
    expect(() => fen(0.5)).toThrow(RangeError);
    expect(() => fen(2 ** 53)).toThrow(RangeError);
    expect(Object.is(fen(-0), 0)).toBe(true);
    expect(addFen(fen(1), fen(2), fen(3))).toBe(6);
    expect(addFen()).toBe(0);
  });

  test.each([
    [10, 3, 30],
    [150, '1234.56', 185184],
    [1, '0.5', 1],
    [1, '0.49', 0],
    [-1, '0.5', -1],
    [3, 0.1, 0],
    [999, '1.005', 1004],
    [100, '0.000000000000000001', 0],
  ])('%i fen times %s is %i fen, halves away from zero', (amount, quantity, product) => {
    expect(multiplyFen(fen(amount), quantity)).toBe(product);
  });

  test.each(['1e3', 'abc', '', '1.', '１', 1e30, Number.NaN])('%s is no quantity', (quantity) => {
    expect(() => multiplyFen(fen(1), quantity)).toThrow(RangeError);
  });

  test('a percentage rounds once', () => {
    expect(percentOfFen(fen(333), 50)).toBe(167);
    expect(percentOfFen(fen(100), 3)).toBe(3);
  });
});

describe('how amounts are written', () => {
  test.each([
    [120_000, '¥1,200.00', '壹仟贰佰元整'],
    [0, '¥0.00', '零元整'],
    [5, '¥0.05', '伍分'],
    [50, '¥0.50', '伍角'],
    [55, '¥0.55', '伍角伍分'],
    [1000, '¥10.00', '壹拾元整'],
    [140_950, '¥1,409.50', '壹仟肆佰零玖元伍角'],
    [600_714, '¥6,007.14', '陆仟零柒元壹角肆分'],
    [168_032, '¥1,680.32', '壹仟陆佰捌拾元叁角贰分'],
    [10_700_053, '¥107,000.53', '壹拾万柒仟元伍角叁分'],
    [1_640_902, '¥16,409.02', '壹万陆仟肆佰零玖元零贰分'],
    [32_504, '¥325.04', '叁佰贰拾伍元零肆分'],
    [100_000_100, '¥1,000,001.00', '壹佰万零壹元整'],
    [1_000_000_000_000, '¥10,000,000,000.00', '壹佰亿元整'],
    [10_000_000_100, '¥100,000,001.00', '壹亿零壹元整'],
    [100_000_000_000_000, '¥1,000,000,000,000.00', '壹万亿元整'],
    [-120_000, '-¥1,200.00', '负壹仟贰佰元整'],
  ])('%i fen is %s and %s', (amount, figures, characters) => {
    expect(formatFen(fen(amount))).toBe(figures);
    expect(chineseFen(fen(amount))).toBe(characters);
  });
});
