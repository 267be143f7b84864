/** Tries at number and password from one address: enough for a family, too few for guessing. */
export const TRACKING_RATE = { limit: 30, windowMs: 15 * 60_000 };
