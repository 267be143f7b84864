import type { FeeAdjustment, FeeLine } from '@yichuang/kernel/case';
import { fen } from '@yichuang/kernel/money';
import { describe, expect, test } from 'vitest';
import { chargesOf } from './payment-data.ts';

const basis = { law: '县收费标准', article: '第二条' };
const line = (amountFen: number, unitFen: number): FeeLine => ({
  standardId: 'S1',
  name: '配套费',
  quantity: 100,
  unit: '平方米',
  unitFen: fen(unitFen),
  amountFen: fen(amountFen),
  basis,
});

describe('charges of a payment notice', () => {
  test('each line is a row, with its price and quantity', () => {
    expect(chargesOf([line(200_000, 2000), line(100_000, 1000)], [])).toMatchObject([
      { standard: '每平方米20元', quantity: '100平方米', amount: 200_000 },
      { standard: '每平方米10元', quantity: '100平方米', amount: 100_000 },
    ]);
  });

  test('a remission larger than the last line never makes a row negative', () => {
    const remission: FeeAdjustment = {
      standardId: 'S1',
      name: '减半征收',
      kind: 'exemption',
      amountFen: fen(-150_000),
      basis: { law: '减免办法', article: '第三条' },
    };
    expect(chargesOf([line(200_000, 2000), line(100_000, 1000)], [remission])).toEqual([
      {
        name: '配套费',
        standard: '每平方米20元；每平方米10元；减半征收',
        basis: '《县收费标准》第二条；《减免办法》第三条',
        quantity: '100平方米、100平方米',
        amount: 150_000,
      },
    ]);
  });
});
