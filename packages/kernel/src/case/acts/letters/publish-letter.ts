import { canBePublic, isWithheld, letterOf, permitOffice } from '../../letters.ts';
import { isRefusal } from '../../permissions.ts';
import { letterFields } from '../../letter.ts';
import { refuse } from '../../refusals.ts';
import type { Act } from '../act.ts';

/**
 * 公开: the wording that a person has checked, personal data masked. Nothing withheld, and nothing
 * that its sender did not want to be public.
 */
export const publishLetter: Act<'PublishLetter'> = {
  type: 'PublishLetter',
  isForTask: false,
  permit(state, context) {
    const found = letterOf(state, context);
    if (isRefusal(found)) return found;
    const refusal = permitOffice(state, context);
    if (refusal !== undefined) return refusal;
    if (isWithheld(state, context.item)) return refuse('never-public');
    if (!canBePublic(state)) return refuse('wrong-phase', { phase: state.phase });
    const wish = state.form[letterFields.wantsPublic];
    return wish === 'no' || wish === false ? refuse('sender-says-no') : undefined;
  },
  check: (_state, { title, body }) =>
    title.trim() === '' || body.trim() === '' ? [refuse('text-required')] : [],
  perform: (p, { title, body, answers }) =>
    p.emit({ type: 'LetterPublished', title, body, answers }),
};

export const unpublishLetter: Act<'UnpublishLetter'> = {
  type: 'UnpublishLetter',
  isForTask: false,
  permit(state, context) {
    const found = letterOf(state, context);
    if (isRefusal(found)) return found;
    if (found.letter.publication === undefined) return refuse('not-public');
    return permitOffice(state, context);
  },
  check: (_state, { reason }) => (reason.trim() === '' ? [refuse('reason-required')] : []),
  perform: (p, { reason }) => p.emit({ type: 'LetterUnpublished', reason }),
};
