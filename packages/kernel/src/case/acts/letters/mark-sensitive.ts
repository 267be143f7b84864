import { isWithheld, letterOf, SPECIAL_LETTERS, LETTERS_OFFICE } from '../../letters.ts';
import { orderDocumentFor } from '../../order-document.ts';
import { hasCapability, isRefusal } from '../../permissions.ts';
import { refuse } from '../../refusals.ts';
import type { Act } from '../act.ts';

/**
 * 敏感件: from now on by special report 专报专函. Any of the office may mark one; only who is
 * appointed for such letters takes the mark away. The system marks the review of a marked letter.
 */
export const markSensitive: Act<'MarkSensitive'> = {
  type: 'MarkSensitive',
  isForTask: false,
  permit(state, context) {
    const found = letterOf(state, context);
    if (isRefusal(found)) return found;
    // What is withheld takes the case of its review with it.
    if (context.actor.kind === 'system') return undefined;
    const right = isWithheld(state, context.item) ? SPECIAL_LETTERS : LETTERS_OFFICE;
    const isGiven = hasCapability(context, right) || hasCapability(context, SPECIAL_LETTERS);
    return isGiven ? undefined : refuse('right-missing', { right });
  },
  check(state, { isSensitive, reason }) {
    if (reason.trim() === '') return [refuse('reason-required')];
    const isMarked = state.letter?.sensitivity !== undefined;
    return isMarked === isSensitive ? [refuse('marked-already')] : [];
  },
  perform(p, { isSensitive, reason }) {
    const isOpen = p.state().letter?.publication !== undefined;
    if (isSensitive && isOpen) p.emit({ type: 'LetterUnpublished', reason });
    p.emit({ type: 'SensitivityMarked', isSensitive, reason });
    if (isSensitive) orderDocumentFor(p, 'sensitive');
  },
};
