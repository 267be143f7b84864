/** Random numbers from a seed, one stream for each thing, so that one change moves nothing else. */
export interface Random {
  /** Uniform over [0, 1). */
  next(): number;
  chance(share: number): boolean;
  /** Whole, both ends included. */
  between(least: number, most: number): number;
  pick<T>(list: readonly T[]): T;
  /** Around a median, with a tail: how long people take. */
  around(median: number, spread: number): number;
}

/** The 32-bit xorshift of Marsaglia (2003) with a mixed start. */
export function random(seed: number, of: string): Random {
  let state = 0x9e3779b9 ^ seed;
  for (const letter of of) state = Math.imul(state ^ letter.charCodeAt(0), 0x85ebca6b);
  state = state === 0 ? 1 : state;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  for (let i = 0; i < 8; i += 1) next();
  const normal = (): number =>
    Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return {
    next,
    chance: (share) => next() < share,
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    pick(list) {
      const found = list[Math.floor(next() * list.length)];
      if (found === undefined) throw new RangeError('nothing to pick from');
      return found;
    },
    around: (median, spread) => median * Math.exp(spread * normal()),
  };
}
