import { instantFromMs, type Instant } from '@yichuang/kernel/time';

/** The only way to learn what time it is. Injected everywhere; the kernel never sees it. */
export interface Clock {
  now(): Instant;
}

export const systemClock: Clock = { now: () => instantFromMs(Date.now()) };
