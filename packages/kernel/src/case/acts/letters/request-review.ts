import { letterOf } from '../../letters.ts';
import { isApplicant, isRefusal } from '../../permissions.ts';
import { refuse } from '../../refusals.ts';
import type { Act } from '../act.ts';
import { permitSystem } from '../system-acts.ts';

/**
 * 复查, 复核: the sender asks the next level to review the written answer, within thirty days of
 * having received it. A case of its own follows.
 * @basis 信访工作条例 第三十五条: 信访人对信访处理意见不服的，可以自收到书面答复之日起30日内请求原办理机关、单位的上一级机关、
 * 单位复查。
 */
export const requestReview: Act<'RequestReview'> = {
  type: 'RequestReview',
  isForTask: false,
  permit(state, context) {
    // Whose it is comes first: a stranger learns nothing, not even that it is no letter.
    if (!isApplicant(state, context)) return refuse('not-your-case');
    const found = letterOf(state, context);
    if (isRefusal(found)) return found;
    if (found.definition.review === undefined) return refuse('no-further-review');
    if (found.letter.review !== undefined) return refuse('review-requested-already');
    if (state.phase === 'voided' || state.phase === 'terminated') {
      return refuse('case-has-ended', { phase: state.phase });
    }
    const clock = state.clocks['review'];
    if (clock === undefined) return refuse('not-answered-yet');
    return context.at >= clock.result.overdueAt
      ? refuse('review-too-late', { dueOn: clock.result.dueOn })
      : undefined;
  },
  check: (_state, { reason, orgId }) => [
    ...(reason.trim() === '' ? [refuse('reason-required')] : []),
    ...(orgId.trim() === '' ? [refuse('no-further-review')] : []),
  ],
  perform(p, { reason, orgId }) {
    const itemCode = p.context.item.letter?.review?.itemCode;
    if (itemCode === undefined) throw new Error('permit and perform disagree');
    p.emit({ type: 'ReviewRequested', requestId: 'v1', itemCode, orgId, reason });
  },
};

export const recordReview: Act<'RecordReview'> = {
  type: 'RecordReview',
  isForTask: false,
  permit: permitSystem,
  check(state, { requestId }) {
    const review = state.letter?.review;
    if (review === undefined || review.requestId !== requestId) return [refuse('not-a-letter')];
    return review.caseId === undefined ? [] : [refuse('case-recorded-already')];
  },
  perform: (p, { requestId, caseId, number }) =>
    p.emit({ type: 'ReviewRecorded', requestId, caseId, number }),
};
