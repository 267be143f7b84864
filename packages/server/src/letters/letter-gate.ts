/** How often one person may write in, and one address without an account. */
import { parseMobile } from '@yichuang/kernel/ids';
import { addressKey, limitKey } from '../platform/rate-limit/index.ts';
import type { Refusal } from '../platform/refusal.ts';
import type { LetterDeps } from './letter-deps.ts';
import type { Writer } from './letter-writer.ts';

const minuteMs = 60_000;

const RATES = {
  /** A village office writes for many; a script is to be stopped. */
  file: { limit: 30, windowMs: 60 * minuteMs },
  upload: { limit: 120, windowMs: 60 * minuteMs },
} as const;

/** Each letter sends its phone short messages, and nobody has checked whose phone it is. */
const PER_PHONE = { limit: 10, windowMs: 24 * 60 * minuteMs };

export async function admitPhone(
  deps: Pick<LetterDeps, 'limiter' | 'secrets' | 'tenantId'>,
  typed: string,
): Promise<Refusal | undefined> {
  const parsed = parseMobile(typed);
  if (!parsed.ok) return undefined;
  const taken = await deps.limiter.take(`letter phone ${limitKey(deps, parsed.value)}`, PER_PHONE);
  return taken.ok ? undefined : taken.refusal;
}

export async function admit(
  deps: Pick<LetterDeps, 'limiter' | 'secrets' | 'tenantId'>,
  what: keyof typeof RATES,
  { personId, ip }: Writer,
): Promise<Refusal | undefined> {
  const who = personId ?? addressKey(deps, ip);
  const taken = await deps.limiter.take(`letter ${what} ${who}`, RATES[what]);
  return taken.ok ? undefined : taken.refusal;
}
