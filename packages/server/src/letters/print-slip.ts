/**
 * 查询密码条: the password of a letter whose sender has no phone, on paper. It is in no answer that
 * the screen shows; that whoever prints it reads the sheet, nobody can prevent. So each print is
 * journaled (stream `letters:slips`). Within a day it is there for who entered the letter alone;
 * a lost one is printed again by the letters' office, once it has seen who asks, and by nobody
 * whose own answer its sender will judge. What is done from where it was printed is marked as if
 * from the window.
 */
import { addMs, civilDate } from '@yichuang/kernel/time';
import { queryPassword, type StoredCase } from '../cases/index.ts';
import { appendJournal } from '../ledger/index.ts';
import type { CaseEvent, Recorded } from '@yichuang/kernel/case';
import type { Session } from '../platform/http/index.ts';
import { addressKey } from '../platform/rate-limit/index.ts';
import type { LetterDeps, Outcome } from './letter-deps.ts';
import { countSlip } from './letter-senders.pg.ts';

const DAY_MS = 24 * 60 * 60_000;
/** By which somebody has a part in an answer, from the first that it was begun with. */
const BEGINNING: ReadonlySet<CaseEvent['type']> = new Set<CaseEvent['type']>([
  'InvestigationRecorded',
  'MediationRecorded',
  'AnswerDrafted',
]);
const ANSWERING: ReadonlySet<CaseEvent['type']> = new Set<CaseEvent['type']>([
  ...BEGINNING,
  // Signed, checked; before it was begun the letter was only screened.
  'TaskDecided',
  'StepReturned',
  'AnswerGiven',
]);

/** Who prints, and from where. */
interface Printing {
  readonly session: Session;
  readonly ip: string;
}

const notOffered = { ok: false, refusals: [{ code: 'slip-not-offered' }] } as const;

/** The slip for who entered the letter, within a day. */
export async function printSlip(
  deps: LetterDeps,
  printing: Printing,
  caseId: string,
): Promise<Outcome<Uint8Array>> {
  const found = await deps.cases.find(caseId);
  const isLate = (found?.state.receivedAt ?? '') < addMs(deps.clock.now(), -DAY_MS);
  if (found === undefined || isLate) return notOffered;
  return print(deps, printing, found, { isOwn: true });
}

/**
 * The slip once more, for a sender who came with an identity document.
 *
 * @param seen what was looked at and why it is printed again; kept in the journal
 */
export async function printSlipAgain(
  deps: LetterDeps,
  printing: Printing,
  caseId: string,
  seen: string,
): Promise<Outcome<Uint8Array>> {
  const { session } = printing;
  const found = await deps.desk.readable(session, caseId);
  if (found === undefined) return notOffered;
  const events = await deps.cases.events(caseId);
  if (answerersOf(events).has(session.personId)) {
    return { ok: false, refusals: [{ code: 'slip-of-own-answer' }] };
  }
  return print(deps, printing, found, { isOwn: false, seen });
}

function answerersOf(events: readonly Recorded[]): ReadonlySet<string> {
  const answering = events.filter(({ event }) => ANSWERING.has(event.type));
  const begun = answering.findIndex(({ event: { type } }) => BEGINNING.has(type));
  return new Set(begun < 0 ? [] : answering.slice(begun).map(({ by }) => by.personId));
}

/** Who entered it prints as its own; anybody else only what somebody else entered. */
async function print(
  deps: LetterDeps,
  { session, ip }: Printing,
  { state }: StoredCase,
  why: { readonly isOwn: boolean; readonly seen?: string },
): Promise<Outcome<Uint8Array>> {
  const { db, tenantId } = deps;
  const { caseId } = state;
  if (state.letter === undefined || state.contact.phone !== undefined) return notOffered;
  const actor = { kind: 'staff', personId: session.personId, name: session.name ?? '' } as const;
  const { isOwn } = why;
  const printer = { personId: session.personId, isOwn, network: addressKey(deps, ip) };
  const isPrinted = await db.tx(async (tx) => {
    const counted = await countSlip(tx, tenantId, caseId, printer);
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
