/** The sender's own letter: by log-in, or by number and query password. */
import type { LetterView, NoticeChoice, SenderCommand } from '@yichuang/contracts';
import type { CaseState } from '@yichuang/kernel/case';
import { maskPhone } from '@yichuang/kernel/ids';
import {
  admitAct,
  commandOf,
  documentForApplicant,
  pageName,
  type CommandOutcome,
  type StoredCase,
} from '../cases/index.ts';
import type { Language } from '../platform/refusal.ts';
import { chooseNotices } from './choose-notices.ts';
import { enteredLetter, isAtWindow, needsConfirmation } from './entered-letter.ts';
import { findOwn, type Access } from './find-own.ts';
import type { LetterDeps, Outcome } from './letter-deps.ts';
import { openReview } from './open-review.ts';
import { senderView } from './sender-view.ts';

/** A file of the letter, by the name under which it is shown. */
export interface LetterFile {
  readonly sha256: string;
  readonly name: string;
}

export async function openLetter(
  deps: LetterDeps,
  access: Access,
  language: Language,
): Promise<Outcome<LetterView>> {
  const found = await findOwn(deps, access);
  if (!found.ok) return found;
  const shown = await senderView(deps, found.value, language);
  const view = shown && { ...shown, ...(await confirmation(deps, access, found.value)) };
  return view === undefined ? refused('not-your-case') : { ok: true, value: view };
}

export async function actOnLetter(
  deps: LetterDeps,
  access: Access,
  body: SenderCommand,
  key: string | undefined,
): Promise<CommandOutcome | Extract<Outcome<never>, { readonly ok: false }>> {
  const found = await findSender(deps, access);
  if (!found.ok) return found;
  const { state, atWindow } = found.value;
  const { caseId, contact } = state;
  const refusal = await admitAct(deps, contact.personId);
  if (refusal !== undefined) return { ok: false, refusals: [refusal] };
  const command = await commandOf(deps.commands, contact.personId, caseId, body);
  if (!command.ok) return command;
  const actor = atWindow ? { ...contact, isAtWindow: true as const } : contact;
  const outcome = await deps.desk.actAsApplicant(actor, caseId, command.value, key);
  // At once, not only by the job: whoever asked for a review reads its number on the next page.
  if (outcome.ok && body.type === 'RequestReview') await openReview(deps, caseId);
  return outcome;
}

export async function chooseLetterNotices(
  deps: LetterDeps,
  access: Access,
  choice: NoticeChoice,
): Promise<Outcome<undefined>> {
  const found = await findSender(deps, access);
  if (!found.ok) return found;
  const refusal = await admitAct(deps, found.value.state.contact.personId);
  if (refusal !== undefined) return { ok: false, refusals: [refusal] };
  return chooseNotices(deps, found.value.state, choice);
}

/** To act, not only to read: of an entered letter the phone has confirmed. */
async function findSender(
  deps: LetterDeps,
  access: Access,
): Promise<Outcome<{ readonly state: CaseState; readonly atWindow: boolean }>> {
  const found = await findOwn(deps, access);
  if (!found.ok) return found;
  const { state } = found.value;
  if ('personId' in access) return { ok: true, value: { state, atWindow: false } };
  const entered = await enteredLetter(deps, state);
  if (entered === undefined) return { ok: true, value: { state, atWindow: false } };
  if (needsConfirmation(deps, entered, access.confirmation)) return refused('letter-not-confirmed');
  return { ok: true, value: { state, atWindow: isAtWindow(deps, entered, access) } };
}

/** What still stands between who has the password and what a sender may do. */
async function confirmation(
  deps: LetterDeps,
  access: Access,
  { state }: StoredCase,
): Promise<Partial<Pick<LetterView, 'confirmBy' | 'allowed'>>> {
  if ('personId' in access) return {};
  const entered = await enteredLetter(deps, state);
  const phone = entered?.state.contact.phone;
  if (entered === undefined || phone === undefined) return {};
  if (!needsConfirmation(deps, entered, access.confirmation)) return {};
  return { confirmBy: maskPhone(deps.commands.sealer.openText(phone)), allowed: [] };
}

export async function pageOfLetter(
  deps: LetterDeps,
  access: Access,
  sha256: string,
): Promise<Outcome<LetterFile>> {
  const found = await findOwn(deps, access);
  if (!found.ok) return found;
  const name = pageName(found.value, sha256);
  return name === undefined ? refused('not-your-case') : { ok: true, value: { sha256, name } };
}

export async function documentOfLetter(
  deps: LetterDeps,
  access: Access,
  documentId: string,
): Promise<Outcome<LetterFile & { readonly template: string }>> {
  const found = await findOwn(deps, access);
  if (!found.ok) return found;
  const document = documentForApplicant(found.value.state, documentId);
  if (document?.sha256 === undefined) return refused('document-unknown');
  const { sha256, template } = document;
  return { ok: true, value: { sha256, template, name: `${template}.pdf` } };
}

function refused(code: string): Extract<Outcome<never>, { readonly ok: false }> {
  return { ok: false, refusals: [{ code }] };
}
