import { addressKey } from '../platform/rate-limit/index.ts';
import type { Refusal } from '../platform/refusal.ts';
import type { LetterInsightDeps } from './letter-insight-deps.ts';

/** Asked with every pause of who types, by a whole office behind one address. */
const ADVICE_RATE = { limit: 240, windowMs: 10 * 60_000 };

/** Counts a question for advice; the refusal when there were too many. */
export async function admitAdvice(
  deps: Pick<LetterInsightDeps, 'limiter' | 'secrets' | 'tenantId'>,
  ip: string,
): Promise<Refusal | undefined> {
  const taken = await deps.limiter.take(`letter-advice ${addressKey(deps, ip)}`, ADVICE_RATE);
  return taken.ok ? undefined : taken.refusal;
}
