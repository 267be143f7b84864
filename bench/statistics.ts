/** A middle value with the least and the most: one number alone hides how much a run wavered. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** @throws RangeError for no values */
export function spreadOf(values: readonly number[]): Spread {
  return { median: quantile(values, 0.5), least: quantile(values, 0), most: quantile(values, 1) };
}

/** Between two neighbours the value is interpolated. @throws RangeError for no values */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) throw new RangeError('no values');
  return below + (above - below) * (place - Math.floor(place));
}

/** Each round's value against the same round's reference, so that a slow minute hits both. */
export function ratios(values: readonly number[], references: readonly number[]): number[] {
  if (values.length !== references.length) throw new RangeError('rounds differ in number');
  return values.map((value, round) => value / (references[round] ?? Number.NaN));
}
