/**
 * A letter that staff entered for somebody. Who entered it may have seen the query password: in
 * the village's one room nobody can prevent that. So the password alone does not make a sender:
 * where a phone was left, its holder confirms first, and what is done from the window's own browser
 * or network carries that fact in its event, for rules of supervision to find.
 */
import type { CaseState } from '@yichuang/kernel/case';
import type { Instant } from '@yichuang/kernel/time';
import { timingSafeEqual } from 'node:crypto';
import { addressKey } from '../platform/rate-limit/index.ts';
import type { LetterDeps } from './letter-deps.ts';
import { findSender, type SenderRow } from './letter-senders.pg.ts';

export interface EnteredLetter {
  /** The letter that was entered; of a review the one whose answer is reviewed. */
  readonly state: CaseState;
  readonly row: SenderRow | undefined;
}

type Deps = Pick<LetterDeps, 'cases' | 'db' | 'tenantId'>;

/** Undefined for what its sender wrote online. A review is as its letter is. */
export async function enteredLetter(
  deps: Deps,
  state: CaseState,
): Promise<EnteredLetter | undefined> {
  const about = state.letter?.about;
  if (about !== undefined) {
    const origin = await deps.cases.find(about.caseId);
    return origin === undefined ? undefined : enteredLetter(deps, origin.state);
  }
  const row = await findSender(deps.db, deps.tenantId, state.caseId);
  // Also what was written on the public page in a browser that staff are logged in with (代写).
  const isOwn = state.channel === 'online' && (row?.entered_network ?? undefined) === undefined;
  return isOwn ? undefined : { state, row };
}

/**
 * Whether the phone that was left has to be asked before this person does anything: confirmed is
 * who confirmed, not whoever else has the password.
 */
export function needsConfirmation(
  deps: Pick<LetterDeps, 'secrets' | 'tenantId' | 'wallClock'>,
  { state, row }: EnteredLetter,
  confirmation: string | undefined,
): boolean {
  if (state.contact.phone === undefined) return false;
  const until = row?.confirmed_until;
  if (!until || until <= deps.wallClock.now() || confirmation === undefined) return true;
  return !isSame(confirmation, confirmationOf(deps, state.caseId, until));
}

/**
 * The token of who confirmed last: not stored, since only this server can compute it; the next
 * confirmation ends it.
 */
export function confirmationOf(
  { secrets, tenantId }: Pick<LetterDeps, 'secrets' | 'tenantId'>,
  caseId: string,
  until: Instant,
): string {
  return secrets.blindIndex({ tenantId, column: 'letter_sender.confirmed' }, `${caseId} ${until}`);
}

/** In a time that tells nothing of where they differ. */
export function isSame(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** Whether it comes from where the key was seen: a browser of staff, or a network of theirs. */
export function isAtWindow(
  deps: Pick<LetterDeps, 'secrets' | 'tenantId'>,
  { row }: EnteredLetter,
  from: { readonly ip: string; readonly isStaff: boolean },
): boolean {
  const network = addressKey(deps, from.ip);
  const known = row === undefined ? [] : [row.entered_network, ...row.slip_networks];
  return from.isStaff || known.includes(network);
}
