/** The sender's own letter: by log-in, or by number and query password. */
import type { LetterView, SenderCommand } from '@yichuang/contracts';
import {
  admitAct,
  admitTracking,
  commandOf,
  documentForApplicant,
  pageName,
  refuseCase,
  type CommandOutcome,
  type StoredCase,
} from '../cases/index.ts';
import type { Language } from '../platform/refusal.ts';
import type { LetterDeps, Outcome } from './letter-deps.ts';
import { openReview } from './open-review.ts';
import { senderView } from './sender-view.ts';

export type Access =
  | { readonly personId: string; readonly caseId: string }
  | { readonly number: string; readonly password: string; readonly ip: string };

/** A file of the letter, by the name under which it is shown. */
export interface LetterFile {
  readonly sha256: string;
  readonly name: string;
}

/** The letter if it is theirs; what is no letter is not found here. */
export async function findOwn(deps: LetterDeps, access: Access): Promise<Outcome<StoredCase>> {
  if ('personId' in access) {
    const own = await deps.desk.ownCase(access.personId, access.caseId);
    return own?.state.letter === undefined ? refused('not-your-case') : { ok: true, value: own };
  }
  const { number, password, ip } = access;
  const refusal = await admitTracking(deps, ip, number);
  if (refusal !== undefined) return { ok: false, refusals: [refusal] };
  const found = await deps.desk.tracked(number, password);
  if (found?.state.letter !== undefined) return { ok: true, value: found };
  return { ok: false, refusals: [refuseCase('query-password-wrong')] };
}

export async function openLetter(
  deps: LetterDeps,
  access: Access,
  language: Language,
): Promise<Outcome<LetterView>> {
  const found = await findOwn(deps, access);
  if (!found.ok) return found;
  const view = await senderView(deps, found.value, language);
  return view === undefined ? refused('not-your-case') : { ok: true, value: view };
}

export async function actOnLetter(
  deps: LetterDeps,
  access: Access,
  body: SenderCommand,
  key: string | undefined,
): Promise<CommandOutcome | Extract<Outcome<never>, { readonly ok: false }>> {
  const found = await findOwn(deps, access);
  if (!found.ok) return found;
  const { caseId, contact } = found.value.state;
  const refusal = await admitAct(deps, contact.personId);
  if (refusal !== undefined) return { ok: false, refusals: [refusal] };
  const command = await commandOf(deps.commands, contact.personId, caseId, body);
  if (!command.ok) return command;
  const outcome = await deps.desk.actAsApplicant(contact, caseId, command.value, key);
  // At once, not only by the job: whoever asked for a review reads its number on the next page.
  if (outcome.ok && body.type === 'RequestReview') await openReview(deps, caseId);
  return outcome;
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
