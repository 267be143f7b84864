import { addressKey, limitKey, type RateLimiter } from '../platform/rate-limit/index.ts';
import type { Refusal } from '../platform/refusal.ts';
import type { Secrets } from '../platform/secrets/index.ts';

const minuteMs = 60_000;
/** Tries at number and password from one address: enough for a family, too few for guessing. */
const perAddress = { limit: 30, windowMs: 15 * minuteMs };
/** And at one number from anywhere: many addresses guess no faster than two. */
const perNumber = { limit: 60, windowMs: 15 * minuteMs };

/** Acts of one person on their cases: far more than anybody does, too few to swell a case. */
const perApplicant = { limit: 60, windowMs: 60 * minuteMs };

/** Counts an act of an applicant; the refusal when there were too many. */
export async function admitAct(
  { limiter }: Pick<TrackingGate, 'limiter'>,
  personId: string,
): Promise<Refusal | undefined> {
  const taken = await limiter.take(`applicant-act ${personId}`, perApplicant);
  return taken.ok ? undefined : taken.refusal;
}

export interface TrackingGate {
  readonly limiter: RateLimiter;
  readonly secrets: Secrets;
  readonly tenantId: string;
}

/** Counts a try at a case's number; the refusal when there were too many. */
export async function admitTracking(
  gate: TrackingGate,
  ip: string,
  number: string,
): Promise<Refusal | undefined> {
  const limits = [
    [`track ${addressKey(gate, ip)}`, perAddress],
    [`track number ${limitKey(gate, number.trim())}`, perNumber],
  ] as const;
  for (const [key, rate] of limits) {
    const taken = await gate.limiter.take(key, rate);
    if (!taken.ok) return taken.refusal;
  }
  return undefined;
}
