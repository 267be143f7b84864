/** Times of day as rules speak of them: in Shanghai. */
import { instantMs, type Instant } from '../time/index.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const OFFSET_MS = 8 * HOUR_MS;
const DAY_MS = 24 * HOUR_MS;

/** 0 to 23.99, so that `it.hour >= 17.5` is half past five. */
export function hourOf(at: Instant): number {
  const ms = (instantMs(at) + OFFSET_MS) % DAY_MS;
  return Math.floor(ms / MINUTE_MS) / 60;
}

export function secondsBetween(from: Instant, to: Instant): number {
  return Math.round((instantMs(to) - instantMs(from)) / 1000);
}
