/** How long something takes, in working minutes, as a distribution that can be drawn from. */

export type Duration =
  | { readonly kind: 'constant'; readonly minutes: number }
  | { readonly kind: 'exponential'; readonly mean: number }
  /** A median, and how many times that one in ten takes at least: seldom, work is long. */
  | { readonly kind: 'skewed'; readonly median: number; readonly tail: number }
  /** From history: values at equal steps of probability from 0 to 1, ascending. */
  | { readonly kind: 'quantiles'; readonly values: readonly number[] };

/** How skewed the work of an office is taken to be where nobody measured it. */
export const USUAL_TAIL = 2.5;

/** Of the standard normal distribution. */
const NINTH_DECILE = 1.2815515655446004;

/** @param u uniform over [0, 1), @param v a second one, used by the skewed kind only */
export function sample(duration: Duration, u: number, v: number): number {
  switch (duration.kind) {
    case 'constant':
      return duration.minutes;
    case 'exponential':
      return -duration.mean * Math.log(1 - u);
    case 'skewed':
      return duration.median * Math.exp(spreadOf(duration.tail) * normal(u, v));
    case 'quantiles':
      return quantile(duration.values, u);
  }
}

/** Of a log-normal distribution whose ninth decile is so many times its median. */
function spreadOf(tail: number): number {
  return Math.log(tail) / NINTH_DECILE;
}

/** Box and Muller. */
function normal(u: number, v: number): number {
  return Math.sqrt(-2 * Math.log(1 - u)) * Math.cos(2 * Math.PI * v);
}

export function meanOf(duration: Duration): number {
  switch (duration.kind) {
    case 'constant':
      return duration.minutes;
    case 'exponential':
      return duration.mean;
    case 'skewed':
      return duration.median * Math.exp(spreadOf(duration.tail) ** 2 / 2);
    case 'quantiles': {
      const { values } = duration;
      const pieces = values.slice(1).map((value, i) => (value + (values[i] ?? value)) / 2);
      return pieces.length === 0 ? (values[0] ?? 0) : sum(pieces) / pieces.length;
    }
  }
}

/** Between the values, in a straight line; of measured values as of a distribution's. */
export function quantile(ascending: readonly number[], share: number): number {
  const place = share * (ascending.length - 1);
  const below = Math.floor(place);
  const low = ascending[below] ?? 0;
  const high = ascending[Math.min(below + 1, ascending.length - 1)] ?? low;
  return low + (high - low) * (place - below);
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
