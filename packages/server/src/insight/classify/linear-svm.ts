/** Rows of features with their values, as flat arrays; each row has length 1, or 0 when empty. */
export interface SparseRows {
  readonly count: number;
  readonly features: number;
  /** Row i has the places from starts[i] up to starts[i + 1]. */
  readonly starts: Uint32Array;
  readonly indexes: Uint32Array;
  readonly values: Float32Array;
}

export interface SvmOptions {
  /** What a mistake costs against the simplicity of the plane. */
  readonly cost: number;
  /** The same for the rows of the class itself, which are fewer than the others. */
  readonly ownCost: number;
  readonly mostRounds?: number;
  /** Ends when no row would move the plane by more. */
  readonly tolerance?: number;
}

/** Weights, one for each feature, and last the threshold's. */
export type Plane = Float64Array;

/**
 * L2-regularised, L2-loss linear support vectors by dual coordinate descent with shrinking.
 * Hsieh et al., "A Dual Coordinate Descent Method for Large-scale Linear SVM", ICML 2008, alg. 3;
 * the same as LIBLINEAR's -s 1. The order in which rows are
 * visited comes from a fixed seed: the same letters give the same plane.
 */
export function trainPlane(
  rows: SparseRows,
  isOwn: (row: number) => boolean,
  { cost, ownCost, mostRounds = 30, tolerance = 0.1 }: SvmOptions,
): Plane {
  const { starts, indexes, values, features } = rows;
  const plane: Plane = new Float64Array(features + 1);
  const order = Uint32Array.from({ length: rows.count }, (_, row) => row);
  const alphas = new Float64Array(rows.count);
  const signs = Int8Array.from(order, (row) => (isOwn(row) ? 1 : -1));
  const random = createRandom(20201);
  let active = order.length;
  let greatestBefore = Infinity;

  for (let round = 0; round < mostRounds; round += 1) {
    shuffle(order, active, random);
    let [greatest, least] = [-Infinity, Infinity];
    for (let place = 0; place < active; place += 1) {
      const row = order[place] ?? 0;
      const sign = signs[row] ?? 0;
      const from = starts[row] ?? 0;
      const to = starts[row + 1] ?? 0;
      const alpha = alphas[row] ?? 0;
      const softness = 1 / (2 * (sign > 0 ? ownCost : cost));
      let margin = plane[features] ?? 0;
      let square = 1;
      for (let at = from; at < to; at += 1) {
        const value = values[at] ?? 0;
        margin += (plane[indexes[at] ?? 0] ?? 0) * value;
        square += value * value;
      }
      const gradient = margin * sign - 1 + alpha * softness;
      if (alpha === 0 && gradient > greatestBefore) {
        // Far on its own side: laid aside until the others have settled.
        active -= 1;
        order[place] = order[active] ?? 0;
        order[active] = row;
        place -= 1;
        continue;
      }
      const projected = alpha === 0 ? Math.min(gradient, 0) : gradient;
      greatest = Math.max(greatest, projected);
      least = Math.min(least, projected);
      if (Math.abs(projected) < 1e-12) continue;
      const moved = Math.max(alpha - gradient / (square + softness), 0);
      alphas[row] = moved;
      const step = (moved - alpha) * sign;
      for (let at = from; at < to; at += 1) {
        const index = indexes[at] ?? 0;
        plane[index] = (plane[index] ?? 0) + step * (values[at] ?? 0);
      }
      plane[features] = (plane[features] ?? 0) + step;
    }
    greatestBefore = greatest > 0 ? greatest : Infinity;
    if (greatest - least > tolerance) continue;
    if (active === order.length) break;
    active = order.length;
    greatestBefore = Infinity;
  }
  return plane;
}

/** How far the row lies on the class's side of the plane; above zero is inside. */
export function marginOf(rows: SparseRows, row: number, plane: Plane | Float32Array): number {
  const { starts, indexes, values, features } = rows;
  let margin = plane[features] ?? 0;
  const to = starts[row + 1] ?? 0;
  for (let at = starts[row] ?? 0; at < to; at += 1) {
    margin += (plane[indexes[at] ?? 0] ?? 0) * (values[at] ?? 0);
  }
  return margin;
}

/**
 * Numbers from 0 up to 1, the same after every start (mulberry32). A plain linear congruence was
 * tried: seeds close to each other gave shuffles that resembled each other.
 */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Fisher and Yates, over the first `count` places. */
export function shuffle(list: Uint32Array, count: number, random: () => number): void {
  for (let place = 0; place < count - 1; place += 1) {
    const other = place + Math.floor(random() * (count - place));
    const kept = list[place] ?? 0;
    list[place] = list[other] ?? 0;
    list[other] = kept;
  }
}
