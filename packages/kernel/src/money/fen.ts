/** An amount of renminbi in fen (分, 0.01 yuan): a whole number within ±90 万亿 yuan. */
export type Fen = number & { readonly __fen: true };

/** How much of something: a number, or a decimal text where a number would lose digits. */
export type Quantity = number | string;

/** Brands an amount. @throws RangeError when it is not a whole number that a double holds. */
export function fen(amount: number): Fen {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not an amount in fen: ${amount}`);
  return (amount === 0 ? 0 : amount) as Fen;
}

/** @throws RangeError on overflow. */
export function addFen(...amounts: readonly Fen[]): Fen {
  return amounts.reduce((sum, amount) => fen(sum + amount), fen(0));
}

/**
 * Amount times quantity, computed in whole numbers and rounded once, to the nearest fen, halves
 * away from zero (四舍五入). 0.1 × 3 is exactly 0.3 here.
 *
 * @throws RangeError for a quantity that is no plain decimal, such as 1e30 or 'abc'.
 */
export function multiplyFen(amount: Fen, quantity: Quantity): Fen {
  const { digits, scale } = readDecimal(quantity);
  return fen(Number(roundedQuotient(BigInt(amount) * digits, 10n ** BigInt(scale))));
}

/** `percent` of the amount in whole percent, rounded as `multiplyFen` rounds. */
export function percentOfFen(amount: Fen, percent: number): Fen {
  return fen(Number(roundedQuotient(BigInt(amount) * BigInt(percent), 100n)));
}

interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

function readDecimal(quantity: Quantity): Decimal {
  const text = String(quantity);
  const [, whole, fraction = ''] = /^(-?\d{1,18})(?:\.(\d{1,18}))?$/.exec(text) ?? [];
  if (whole === undefined) throw new RangeError(`not a plain decimal: ${text}`);
  return { digits: BigInt(whole + fraction), scale: fraction.length };
}

function roundedQuotient(dividend: bigint, divisor: bigint): bigint {
  const magnitude = dividend < 0n ? -dividend : dividend;
  const rounded = (magnitude * 2n + divisor) / (divisor * 2n);
  return dividend < 0n ? -rounded : rounded;
}
