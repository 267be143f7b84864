import { isApplicant, isRefusal } from '../../permissions.ts';
import { knownLetter, letterOf, refuseReopening, reopen } from '../../letters.ts';
import { refuse } from '../../refusals.ts';
import type { Act } from '../act.ts';

/**
 * 满意度评价: by the sender alone, once for each answer, of the office and of the handler apart. A
 * bad one begins a rectification 整改.
 * @basis 信访工作条例 第二十一条: 信访人可以对信访事项的办理情况进行查询、评价。
 */
export const rateAnswer: Act<'RateAnswer'> = {
  type: 'RateAnswer',
  isForTask: false,
  permit(state, context) {
    // Whose it is comes first: a stranger learns nothing, not even that it is no letter.
    if (!isApplicant(state, context)) return refuse('not-your-case');
    const found = letterOf(state, context);
    if (isRefusal(found)) return found;
    const last = found.letter.answers.at(-1);
    // Decided, and still on its way to the sender.
    if (last === undefined || state.phase === 'decided') return refuse('not-answered-yet');
    return last.rating === undefined ? undefined : refuse('rated-already');
  },
  check: (_state, { office, handler, comment }) => {
    const isBad = office === 'dissatisfied' || handler === 'dissatisfied';
    // Without words nobody would know what to mend.
    return isBad && comment.trim() === '' ? [refuse('rating-needs-reason')] : [];
  },
  perform(p, { office, handler, comment }) {
    const { letter, definition } = knownLetter(p);
    const round = letter.answers.at(-1)?.round ?? letter.round;
    p.emit({ type: 'AnswerRated', round, office, handler, comment });
    const isBad = office === 'dissatisfied' || handler === 'dissatisfied';
    const isMended = letter.reopenings.some(({ cause }) => cause === 'bad-rating');
    if (!isBad || isMended || definition.rectification === undefined) return;
    if (refuseReopening(p.state(), p.context) === undefined) reopen(p, 'bad-rating', comment);
  },
};
