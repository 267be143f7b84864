import { isRefusal, isApplicant } from '../../permissions.ts';
import { letterOf, refuseReopening, reopen } from '../../letters.ts';
import { refuse } from '../../refusals.ts';
import type { Act } from '../act.ts';

/** 追问: a further question on the same letter; it goes back to who answered, with its own limit. */
export const askFollowUp: Act<'AskFollowUp'> = {
  type: 'AskFollowUp',
  isForTask: false,
  permit(state, context) {
    // Whose it is comes first: a stranger learns nothing, not even that it is no letter.
    if (!isApplicant(state, context)) return refuse('not-your-case');
    const found = letterOf(state, context);
    if (isRefusal(found)) return found;
    const refusal = refuseReopening(state, context);
    if (refusal !== undefined) return refusal;
    const { mostFollowUps } = found.definition;
    const asked = found.letter.reopenings.filter(({ cause }) => cause === 'follow-up').length;
    return asked < mostFollowUps
      ? undefined
      : refuse('follow-ups-used-up', { most: mostFollowUps });
  },
  check: (_state, { text }) => (text.trim() === '' ? [refuse('question-required')] : []),
  perform: (p, { text }) => reopen(p, 'follow-up', text),
};
