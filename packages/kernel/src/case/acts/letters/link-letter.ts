import { knownLetter, letterOf, permitOffice } from '../../letters.ts';
import type { CaseContext } from '../../commands.ts';
import { heldTasks, isRefusal } from '../../permissions.ts';
import { refuse, type Refusal } from '../../refusals.ts';
import type { CaseState } from '../../state.ts';
import type { Act } from '../act.ts';

/** 关联: two letters about one matter know of each other; nothing is closed or merged by it. */
export const linkLetter: Act<'LinkLetter'> = {
  type: 'LinkLetter',
  isForTask: false,
  permit: permitLinker,
  check(state, { caseId, reason }) {
    if (reason.trim() === '') return [refuse('reason-required')];
    if (caseId === state.caseId) return [refuse('link-to-itself')];
    const isThere = (state.letter?.links ?? []).some(
      (link) => link.caseId === caseId && link.undoneAt === undefined,
    );
    return isThere ? [refuse('linked-already')] : [];
  },
  perform(p, { caseId, number, relation, reason }) {
    const linkId = `l${knownLetter(p).letter.links.length + 1}`;
    p.emit({ type: 'LetterLinked', linkId, caseId, number, relation, reason });
  },
};

export const unlinkLetter: Act<'UnlinkLetter'> = {
  type: 'UnlinkLetter',
  isForTask: false,
  permit(state, context) {
    const refusal = permitLinker(state, context);
    if (refusal !== undefined) return refusal;
    const hasLinks = (state.letter?.links ?? []).some(({ undoneAt }) => undoneAt === undefined);
    return hasLinks ? undefined : refuse('link-unknown');
  },
  check(state, { linkId, reason }) {
    const isThere = (state.letter?.links ?? []).some(
      (link) => link.linkId === linkId && link.undoneAt === undefined,
    );
    if (!isThere) return [refuse('link-unknown')];
    return reason.trim() === '' ? [refuse('reason-required')] : [];
  },
  perform: (p, { linkId, reason }) => p.emit({ type: 'LetterUnlinked', linkId, reason }),
};

function permitLinker(state: CaseState, context: CaseContext): Refusal | undefined {
  const found = letterOf(state, context);
  if (isRefusal(found)) return found;
  const isOffice = permitOffice(state, context) === undefined;
  return isOffice || heldTasks(state, context).length > 0 ? undefined : refuse('not-your-task');
}
