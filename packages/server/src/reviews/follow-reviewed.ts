import type { CaseState, Recorded } from '@yichuang/kernel/case';
import { inviteAfterCase } from './invitations.ts';
import { followRectification } from './rectification.ts';
import type { ReviewDeps } from './review-deps.ts';
import { visitOfFiling } from './visits.ts';

/** What events of a case mean for reviews: an invitation, or the course of a bad one. */
export async function followReviewed(
  deps: ReviewDeps,
  state: CaseState,
  fresh: readonly Recorded[],
): Promise<void> {
  if (deps.reviewData === undefined) return;
  if (state.itemCode === deps.reviewData.rectificationItem) {
    await followRectification(deps, state.caseId);
    return;
  }
  for (const recorded of fresh) {
    if (recorded.event.type === 'CaseReceived') await visitOfFiling(deps, state, recorded);
    if (recorded.event.type === 'CaseConcluded') await inviteAfterCase(deps, state);
  }
}
