/** Keeps the shelves on which letters are found in step with the letters themselves. */
import {
  isWithheld,
  publicationOf,
  type CaseState,
  type ItemDefinition,
} from '@yichuang/kernel/case';
import { given, textAt, type CaseDeps, type CaseStore } from '../cases/index.ts';
import { letterIndexPg } from '../insight/index.ts';

export interface IndexDeps extends Pick<CaseDeps, 'db' | 'tenantId' | 'findItem'> {
  readonly cases: Pick<CaseStore, 'find'>;
}

/**
 * Puts a letter on the office's shelf, and on the public one exactly while it is published. What
 * is found there is read again from its own tables: an index that is behind shows nothing more.
 */
export async function indexLetter(deps: IndexDeps, caseId: string): Promise<void> {
  const state = (await deps.cases.find(caseId))?.state;
  if (state?.letter === undefined) return;
  const item = await deps.findItem(state.itemCode, state.itemVersion);
  if (item === undefined) throw new Error(`item ${state.itemCode} is gone`);
  const { db, tenantId } = deps;
  const isHidden = isWithheld(state, item);
  const entry = entryOf(state, item);
  const office = letterIndexPg(db, tenantId, 'office');
  await office.put([{ ...entry, senderId: state.applicant.personId, isWithheld: isHidden }]);
  const shelf = letterIndexPg(db, tenantId, 'public');
  const publication = publicationOf(state, item);
  if (publication === undefined) return shelf.remove(caseId);
  const { title, body } = publication;
  await shelf.put([{ ...entry, title, body, isWithheld: false }]);
}

function entryOf(state: CaseState, item: ItemDefinition) {
  return {
    caseId: state.caseId,
    receivedAt: state.receivedAt,
    orgId: state.letter?.unit ?? state.orgId,
    ...given('category', textAt(state, 'category')),
    title: textAt(state, 'title') ?? item.name,
    body: textAt(state, 'body') ?? '',
  };
}
