export { addressKey, limitKey } from './address-key.ts';
export type { RateLimit, RateLimiter, Taken } from './rate-limit.ts';
export { createRateLimiter } from './rate-limit.ts';
