import { knownLetter, letterOf, permitOffice, refuseReopening, reopen } from '../../letters.ts';
import { isRefusal } from '../../permissions.ts';
import { refuse } from '../../refusals.ts';
import type { Act } from '../act.ts';

/** 回访: the office asks the sender whether it is settled; if not, it goes back to be mended. */
export const recordCallBack: Act<'RecordCallBack'> = {
  type: 'RecordCallBack',
  isForTask: false,
  permit(state, context) {
    const found = letterOf(state, context);
    if (isRefusal(found)) return found;
    const refusal = permitOffice(state, context);
    if (refusal !== undefined) return refusal;
    return found.letter.answers.length > 0 ? undefined : refuse('not-answered-yet');
  },
  check: (_state, { note }) => (note.trim() === '' ? [refuse('text-required')] : []),
  perform(p, { manner, isSatisfied, note }) {
    const { letter, definition } = knownLetter(p);
    const callBackId = `c${letter.callBacks.length + 1}`;
    p.emit({ type: 'CallBackMade', callBackId, manner, isSatisfied, note });
    if (isSatisfied || definition.rectification === undefined) return;
    const isMended = letter.reopenings.some(({ cause }) => cause !== 'follow-up');
    if (isMended || refuseReopening(p.state(), p.context) !== undefined) return;
    reopen(p, 'call-back', note);
  },
};
