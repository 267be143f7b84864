/**
 * Random numbers that are a function of a seed and of what they are for: the case, the step, the
 * round. No state is carried, so the same case gets the same handling times whoever works on it
 * first, and two staffings are compared on the same numbers.
 */

/** Uniform over [0, 1), 53 bits. The keys are whole numbers. */
export function draw(seed: number, ...keys: readonly number[]): number {
  let high = mix(seed ^ 0x9e3779b9);
  let low = mix(seed ^ 0x85ebca6b);
  for (const key of keys) {
    high = mix(Math.imul(high, 31) ^ key ^ 0x27d4eb2f);
    low = mix(Math.imul(low, 37) + key + 0x165667b1);
  }
  // Each lane sees the other once more: keys that collide in one differ in the other.
  const upper = mix(high + Math.imul(low, 5)) >>> 5;
  const lower = mix(low ^ Math.imul(high, 9)) >>> 6;
  return (upper * 67_108_864 + lower) / 9_007_199_254_740_992;
}

/** The finisher of MurmurHash3 (public domain): every bit of the input reaches every bit. */
function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** A text as a key. */
export function keyOf(text: string): number {
  let key = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) key = Math.imul(key ^ text.charCodeAt(i), 0x01000193);
  return key;
}
