/** How often one person may write in, and one address without an account. */
import { addressKey } from '../platform/rate-limit/index.ts';
import type { Refusal } from '../platform/refusal.ts';
import type { LetterDeps } from './letter-deps.ts';
import type { Writer } from './letter-writer.ts';

const minuteMs = 60_000;

const RATES = {
  /** A village office writes for many; a script is to be stopped. */
  file: { limit: 30, windowMs: 60 * minuteMs },
  upload: { limit: 120, windowMs: 60 * minuteMs },
} as const;

export async function admit(
  deps: Pick<LetterDeps, 'limiter' | 'secrets' | 'tenantId'>,
  what: keyof typeof RATES,
  { personId, ip }: Writer,
): Promise<Refusal | undefined> {
  const who = personId ?? addressKey(deps, ip);
  const taken = await deps.limiter.take(`letter ${what} ${who}`, RATES[what]);
  return taken.ok ? undefined : taken.refusal;
}
