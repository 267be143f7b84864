/**
 * 查询密码条: the password of a letter whose sender has no phone, on paper. It is in no answer that
 * the screen shows; that whoever prints it reads the sheet, nobody can prevent. So each print is
 * journaled (stream `letters:slips`). Within a day it is there for who entered the letter alone;
 * a lost one is printed again by the letters' office, once it has seen who asks.
 */
import { addMs, civilDate } from '@yichuang/kernel/time';
import { queryPassword, type StoredCase } from '../cases/index.ts';
import { appendJournal } from '../ledger/index.ts';
import type { Session } from '../platform/http/index.ts';
import type { LetterDeps, Outcome } from './letter-deps.ts';
import { countSlip } from './letter-senders.pg.ts';

const DAY_MS = 24 * 60 * 60_000;
const notOffered = { ok: false, refusals: [{ code: 'slip-not-offered' }] } as const;

/** The slip for who entered the letter, within a day. */
export async function printSlip(
  deps: LetterDeps,
  session: Session,
  caseId: string,
): Promise<Outcome<Uint8Array>> {
  const found = await deps.cases.find(caseId);
  const isLate = (found?.state.receivedAt ?? '') < addMs(deps.clock.now(), -DAY_MS);
  if (found === undefined || isLate) return notOffered;
  return print(deps, session, found, { isOwn: true });
}

/**
 * The slip once more, for a sender who came with an identity document.
 *
 * @param seen what was looked at and why it is printed again; kept in the journal
 */
export async function printSlipAgain(
  deps: LetterDeps,
  session: Session,
  caseId: string,
  seen: string,
): Promise<Outcome<Uint8Array>> {
  const found = await deps.desk.readable(session, caseId);
  if (found === undefined) return notOffered;
  return print(deps, session, found, { isOwn: false, seen });
}

/** Who entered it prints as its own; anybody else only what somebody else entered. */
async function print(
  deps: LetterDeps,
  session: Session,
  { state }: StoredCase,
  why: { readonly isOwn: boolean; readonly seen?: string },
): Promise<Outcome<Uint8Array>> {
  const { db, tenantId } = deps;
  const { caseId } = state;
  if (state.letter === undefined || state.contact.phone !== undefined) return notOffered;
  const actor = { kind: 'staff', personId: session.personId, name: session.name ?? '' } as const;
  const isPrinted = await db.tx(async (tx) => {
    const counted = await countSlip(tx, tenantId, caseId, { ...why, personId: session.personId });
    if (!counted) return false;
    const data = { caseId, ...why };
    const entry = { type: 'SlipPrinted', actor, data, at: deps.clock.now() };
    await appendJournal(tx, tenantId, 'letters:slips', [entry]);
    return true;
  });
  if (!isPrinted) return notOffered;
  const org = await deps.directory.org(state.orgId);
  const pdf = await deps.renderer.render('query-slip', {
    issuer: { name: org?.name ?? state.orgId },
    issuedOn: civilDate(deps.clock.now()),
    caseNumber: state.number,
    checkUrl: `${deps.publicUrl}/letters/mine`,
    password: queryPassword(deps.secrets, tenantId, caseId).plain,
  });
  return { ok: true, value: pdf };
}
