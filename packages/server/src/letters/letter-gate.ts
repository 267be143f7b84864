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

/** Each letter sends messages to what was left with it, and nobody has checked whose that is. */
const PER_ADDRESS = { limit: 10, windowMs: 24 * 60 * minuteMs };

export async function admitPhone(
  deps: Pick<LetterDeps, 'limiter' | 'secrets' | 'tenantId'>,
  typed: string,
): Promise<Refusal | undefined> {
  const parsed = parseMobile(typed);
  if (!parsed.ok) return undefined;
  const taken = await deps.limiter.take(
    `letter phone ${limitKey(deps, parsed.value)}`,
    PER_ADDRESS,
  );
  return taken.ok ? undefined : taken.refusal;
}

/** By mailbox: what stands behind a plus, and capitals, lead to the same one. */
export async function admitMail(
  deps: Pick<LetterDeps, 'limiter' | 'secrets' | 'tenantId'>,
  address: string,
): Promise<Refusal | undefined> {
  const mailbox = address.toLowerCase().replace(/\+[^@]*@/u, '@');
  const taken = await deps.limiter.take(`letter mail ${limitKey(deps, mailbox)}`, PER_ADDRESS);
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
