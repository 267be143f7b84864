/** 手机确认: the phone that was left with an entered letter says who acts by its password. */
import type { SenderConfirmed } from '@yichuang/contracts';
import { addMs } from '@yichuang/kernel/time';
import { maskPhone } from '@yichuang/kernel/ids';
import { randomInt, randomUUID } from 'node:crypto';
import type { Language } from '../platform/refusal.ts';
import { confirmationOf, enteredLetter, isSame, needsConfirmation } from './entered-letter.ts';
import type { LetterDeps, Outcome } from './letter-deps.ts';
import { putSenderCode, trySenderCode, useSenderCode } from './letter-senders.pg.ts';
import { findOwn, type Access } from './find-own.ts';

const minuteMs = 60_000;
const CODE_MINUTES = 5;
const MOST_ATTEMPTS = 5;
/** As long as one sits over it; the next answer is rated on another day, and confirmed again. */
const CONFIRMED_MS = 24 * 60 * minuteMs;

const PER_LETTER = [
  ['minute', { limit: 1, windowMs: minuteMs }],
  ['day', { limit: 10, windowMs: 24 * 60 * minuteMs }],
] as const;

export interface CodeSent {
  readonly phone: string;
  readonly expiresInSeconds: number;
}

export async function sendSenderCode(
  deps: LetterDeps,
  access: Access,
  language: Language,
): Promise<Outcome<CodeSent>> {
  const asked = await findUnconfirmed(deps, access);
  if (!asked.ok) return asked;
  const { caseId, number, phone } = asked.value;
  for (const [name, rate] of PER_LETTER) {
    const taken = await deps.limiter.take(`letter code ${name} ${caseId}`, rate);
    if (!taken.ok) return { ok: false, refusals: [taken.refusal] };
  }
  const code = String(randomInt(0, 1_000_000)).padStart(6, '0');
  const expiresAt = addMs(deps.wallClock.now(), CODE_MINUTES * minuteMs);
  await deps.db.tx(async (tx) => {
    const codeHash = hashOf(deps, caseId, code);
    await putSenderCode(tx, deps.tenantId, caseId, { codeHash, expiresAt });
    await deps.notices.queueInTx(tx, {
      channel: 'sms',
      template: 'letter-code',
      params: { number },
      secrets: { code },
      address: phone,
      dedupeKey: `letter-code ${randomUUID()}`,
      language,
    });
  });
  deps.jobs.wake();
  return { ok: true, value: { phone: maskPhone(phone), expiresInSeconds: CODE_MINUTES * 60 } };
}

/**
 * Gives a token that this sender alone has, to be shown with number and password for a day; one
 * letter has one at a time. One refusal, `letter-code-wrong`, for a code that is wrong, used,
 * expired or worn out.
 */
export async function confirmSender(
  deps: LetterDeps,
  access: Access,
  code: string,
): Promise<Outcome<SenderConfirmed>> {
  const asked = await findUnconfirmed(deps, access);
  if (!asked.ok) return asked;
  const { caseId } = asked.value;
  const now = deps.wallClock.now();
  const expected = await trySenderCode(deps.db, deps.tenantId, caseId, now, MOST_ATTEMPTS);
  const given = hashOf(deps, caseId, code.trim());
  const until = addMs(now, CONFIRMED_MS);
  const isRight =
    expected !== undefined &&
    isSame(expected, given) &&
    (await useSenderCode(deps.db, deps.tenantId, caseId, given, until));
  return isRight
    ? { ok: true, value: { confirmation: confirmationOf(deps, caseId, until) } }
    : { ok: false, refusals: [{ code: 'letter-code-wrong' }] };
}

/** The entered letter, of a review that of its letter, with the phone to ask. */
async function findUnconfirmed(
  deps: LetterDeps,
  access: Access,
): Promise<Outcome<{ readonly caseId: string; readonly number: string; readonly phone: string }>> {
  const found = await findOwn(deps, access);
  if (!found.ok) return found;
  const entered = await enteredLetter(deps, found.value.state);
  const sealed = entered?.state.contact.phone;
  if (
    entered === undefined ||
    sealed === undefined ||
    !needsConfirmation(deps, entered, 'personId' in access ? undefined : access.confirmation)
  ) {
    return { ok: false, refusals: [{ code: 'letter-code-not-needed' }] };
  }
  const { caseId, number } = entered.state;
  const phone = deps.commands.sealer.openText(sealed);
  return { ok: true, value: { caseId, number, phone } };
}

function hashOf(
  { secrets, tenantId }: Pick<LetterDeps, 'secrets' | 'tenantId'>,
  caseId: string,
  code: string,
): string {
  return secrets.blindIndex({ tenantId, column: 'letter_sender.code' }, `${caseId} ${code}`);
}
