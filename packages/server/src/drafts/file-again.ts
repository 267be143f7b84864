/**
 * A new application from the data of one that ended without a grant: nobody types twice what the
 * office has already been given.
 */
import { randomUUID } from 'node:crypto';
import type { CasePhase, CaseState } from '@yichuang/kernel/case';
import type { Draft } from './draft-store.ts';

const ENDED_WITHOUT_GRANT: ReadonlySet<CasePhase> = new Set<CasePhase>([
  'withdrawn',
  'acceptance-refused',
  'terminated',
]);

export function canBeFiledAgain({ phase, outcome, lifecycle, parent }: CaseState): boolean {
  // A part was never filed by itself; an approval of the office, or a letter, has its own page.
  if (parent !== undefined || lifecycle !== undefined) return false;
  return ENDED_WITHOUT_GRANT.has(phase) || outcome === 'denied';
}

/** Sealed fields stay sealed as they are; what was only promised is to be promised anew. */
export function draftFrom(
  state: CaseState,
  filer: { readonly personId: string; readonly isAtCounter: boolean },
  savedAt: Draft['savedAt'],
): Draft {
  const { personId: _id, ...applicant } = state.applicant;
  const isForOther = state.applicant.personId !== state.contact.personId;
  return {
    draftId: randomUUID(),
    personId: filer.personId,
    itemCode: state.itemCode,
    itemVersion: state.itemVersion,
    form: state.form,
    materials: Object.values(state.materials)
      .filter(({ pages, isOnPaper }) => pages.length > 0 || isOnPaper)
      .map(({ materialId, pages, isOnPaper }) => ({ materialId, pages, isOnPaper }))
      .toSorted((a, b) => (a.materialId < b.materialId ? -1 : 1)),
    isAtCounter: filer.isAtCounter,
    savedAt,
    ...(isForOther ? { applicant } : {}),
  };
}
