import { addMs } from '@yichuang/kernel/time';
import { parseMobile } from '@yichuang/kernel/ids';
import { randomInt, randomUUID, timingSafeEqual } from 'node:crypto';
import { addressKey } from '../platform/rate-limit/index.ts';
import type { Language } from '../platform/refusal.ts';
import { putLoginCode, tryLoginCode, useLoginCode } from './login-code-store.pg.ts';
import type { Origin, PeopleParts } from './people-parts.ts';
import { personNumbers } from './person-numbers.ts';
import { refused, type Outcome, type Persons } from './persons.ts';
import type { Sessions } from './sessions.ts';

const codeMinutes = 5;
const maxAttempts = 5;
const minuteMs = 60_000;

const perPhoneAndMinute = { limit: 1, windowMs: minuteMs };
const perPhoneAndDay = { limit: 15, windowMs: 24 * 60 * minuteMs };
const perAddressAndHour = { limit: 60, windowMs: 60 * minuteMs };
const loginsPerAddress = { limit: 60, windowMs: 10 * minuteMs };

export interface CodeRequested {
  readonly expiresInSeconds: number;
}

export interface LoggedIn {
  readonly token: string;
  readonly personId: string;
}

/**
 * Residents log in by a code sent to their phone. The answer to a request is the same whether the
 * phone is known or not, and the first log-in makes the person.
 */
export interface ResidentLogin {
  requestCode(phone: string, origin: Origin, language?: Language): Promise<Outcome<CodeRequested>>;
  /** One refusal, `login-code-wrong`, for a code that is wrong, used, expired or worn out. */
  logIn(phone: string, code: string, origin: Origin): Promise<Outcome<LoggedIn>>;
}

export function createResidentLogin(
  parts: PeopleParts,
  persons: Persons,
  sessions: Sessions,
): ResidentLogin {
  const { db, tenantId, secrets, limiter, wallClock } = parts;
  const numbers = personNumbers(secrets, tenantId);
  const hashOf = (phoneIndex: string, code: string): string =>
    secrets.blindIndex({ tenantId, column: 'login_code.code' }, `${phoneIndex} ${code}`);
  return {
    async requestCode(phone, { ip }, language) {
      const parsed = parseMobile(phone);
      if (!parsed.ok) return refused('phone-invalid', { problem: parsed.problem });
      const { index } = numbers.phone(parsed.value);
      const limits = [
        [`code address ${addressKey(parts, ip)}`, perAddressAndHour],
        [`code minute ${index}`, perPhoneAndMinute],
        [`code day ${index}`, perPhoneAndDay],
      ] as const;
      for (const [key, rate] of limits) {
        const taken = await limiter.take(key, rate);
        if (!taken.ok) return { ok: false, refusals: [taken.refusal] };
      }
      const code = String(randomInt(0, 1_000_000)).padStart(6, '0');
      await sendCode(parts, parsed.value, index, code, hashOf(index, code), language);
      return { ok: true, value: { expiresInSeconds: codeMinutes * 60 } };
    },
    async logIn(phone, code, origin) {
      const parsed = parseMobile(phone);
      if (!parsed.ok) return refused('phone-invalid', { problem: parsed.problem });
      const key = `login address ${addressKey(parts, origin.ip)}`;
      const taken = await limiter.take(key, loginsPerAddress);
      if (!taken.ok) return { ok: false, refusals: [taken.refusal] };
      const { index } = numbers.phone(parsed.value);
      const now = wallClock.now();
      const expected = await tryLoginCode(db, tenantId, index, now, maxAttempts);
      const given = hashOf(index, code.trim());
      const isRight = expected !== undefined && isSame(expected, given);
      if (!isRight || !(await useLoginCode(db, tenantId, index, given, now))) {
        return refused('login-code-wrong');
      }
      const personId = await persons.ofPhone(parsed.value);
      const token = await sessions.start({ kind: 'resident', personId }, origin);
      return { ok: true, value: { token, personId } };
    },
  };
}

async function sendCode(
  parts: PeopleParts,
  phone: string,
  phoneIndex: string,
  code: string,
  codeHash: string,
  language?: Language,
): Promise<void> {
  const at = parts.wallClock.now();
  const expiresAt = addMs(at, codeMinutes * minuteMs);
  await parts.db.tx(async (tx) => {
    await putLoginCode(tx, parts.tenantId, { phoneIndex, codeHash, at, expiresAt });
    await parts.notices.queueInTx(tx, {
      channel: 'sms',
      template: 'login-code',
      params: { site: parts.siteName },
      secrets: { code },
      address: phone,
      dedupeKey: `login-code ${randomUUID()}`,
      ...(language !== undefined && { language }),
    });
  });
  parts.jobs.wake();
}

function isSame(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
