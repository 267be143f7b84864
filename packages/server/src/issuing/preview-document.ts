import { decide, type Actor, type Command, type Refusal } from '@yichuang/kernel/case';
import { contextOf } from '../cases/index.ts';
import { documentData } from './document-data.ts';
import { gatherFacts, itemOf } from './gather-facts.ts';
import type { IssuingDeps } from './issuing-deps.ts';
import { words } from './letter.messages.ts';

export type Preview =
  /** `pdf` is absent where the act issues no document. */
  | { readonly ok: true; readonly pdf?: Uint8Array; readonly template?: string }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/**
 * The document that an act would issue, without the act: decided on the case as it stands, never
 * written, never numbered, never sealed.
 *
 * @throws Error when the case is not there: the caller has checked who may see it
 */
export async function previewDocument(
  deps: IssuingDeps,
  caseId: string,
  command: Exclude<Command, { readonly type: 'ReceiveCase' }>,
  actor: Actor,
): Promise<Preview> {
  const found = await deps.store.find(caseId);
  if (found === undefined) throw new Error(`there is no case ${caseId}`);
  const item = await itemOf(deps, found.state);
  const outcome = decide(
    found.state,
    command,
    contextOf(deps, actor, item, await deps.directory.staff()),
  );
  if (!outcome.ok) return outcome;
  const ordered = outcome.events.find(({ event }) => event.type === 'DocumentOrdered')?.event;
  if (ordered?.type !== 'DocumentOrdered') return { ok: true };
  const past = await deps.store.events(caseId);
  const facts = await gatherFacts(deps, {
    documentId: ordered.documentId,
    state: outcome.state,
    events: [...past.slice(0, found.state.version), ...outcome.events],
    item,
    number: words.previewNumber,
    checkUrl: `${deps.publicUrl}/`,
    filingHash: past[0]?.hash ?? '',
    isSealed: false,
  });
  const pdf = await deps.renderer.render(ordered.template, documentData(facts));
  return { ok: true, pdf, template: ordered.template };
}
