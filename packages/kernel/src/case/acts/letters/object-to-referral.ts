import { returnToStep } from '../../../flow/index.ts';
import { latestReferral, letterOf } from '../../letters.ts';
import { orderDocumentFor } from '../../order-document.ts';
import { holdTask, holdTaskFor, isRefusal } from '../../permissions.ts';
import { checkReferral, isReception, moveTask, receptionOf } from '../../refer.ts';
import { refuse } from '../../refusals.ts';
import { walkOf } from '../../walk.ts';
import type { Act } from '../act.ts';
import { leaveStep, performReferral } from './refer-case.ts';

/**
 * 异议: the matter is not the unit's. Within five working days; then the right is gone and it must
 * deal with the letter.
 * @basis 信访工作条例 第二十三条第三款: 对属于本机关、单位职权范围外的，应当自收到之日起5个工作日内提出异议，并详细说明
 * 理由，经转送、交办的信访部门核实同意后，交还相关材料。
 */
export const objectToReferral: Act<'ObjectToReferral'> = {
  type: 'ObjectToReferral',
  isForTask: true,
  permit(state, context, taskId) {
    const found = letterOf(state, context);
    if (isRefusal(found)) return found;
    const held = holdTaskFor(state, context, taskId, ['intake']);
    if (isRefusal(held)) return held;
    const referral = latestReferral(found.letter);
    if (!isReception(held.step) || referral?.status !== 'pending') return refuse('no-referral');
    if (state.phase !== 'received') return refuse('wrong-phase', { phase: state.phase });
    // One referral is objected to once: the referrer's verdict on it is final.
    if (referral.objection !== undefined) return refuse('objection-answered-already');
    const clock = state.clocks[`objection#${referral.referralId}`];
    const isOver = clock !== undefined && context.at >= clock.result.overdueAt;
    return isOver ? refuse('objection-too-late', { dueOn: clock.result.dueOn }) : undefined;
  },
  check: (_state, { reason }) => (reason.trim() === '' ? [refuse('reason-required')] : []),
  perform(p, { taskId, reason }) {
    const held = holdTask(p.state(), p.context, taskId);
    const { letter } = p.state();
    const referral = letter === undefined ? undefined : latestReferral(letter);
    if (isRefusal(held) || referral === undefined) throw new Error('permit and perform disagree');
    p.emit({ type: 'ReferralObjected', referralId: referral.referralId, reason });
    orderDocumentFor(p, 'objected');
    // Back to who referred it: the step before, or the level above within this step.
    if (referral.fromStep !== held.step.id) {
      return returnToStep(walkOf(p), held.step.id, referral.fromStep, 'walk-again', reason);
    }
    const [post] = referral.fromPosts;
    if (post === undefined) throw new Error('a referral is made in a post');
    moveTask(p, held.task, post, reason);
  },
};

/** 核实: consented to, it goes to another unit; not consented to, it goes back for good. */
export const answerObjection: Act<'AnswerObjection'> = {
  type: 'AnswerObjection',
  isForTask: true,
  permit(state, context, taskId) {
    const found = letterOf(state, context);
    if (isRefusal(found)) return found;
    const held = holdTaskFor(state, context, taskId, ['intake']);
    if (isRefusal(held)) return held;
    const isObjected = latestReferral(found.letter)?.status === 'objected';
    return isObjected ? undefined : refuse('no-objection');
  },
  check(state, { isUpheld, reason, referral }, context) {
    if (reason.trim() === '') return [refuse('reason-required')];
    if (!isUpheld) return [];
    if (referral === undefined) return [refuse('unit-required')];
    const { unit } = state.letter ?? {};
    if (referral.toOrg === unit) return [refuse('unit-has-it')];
    return checkReferral(state, referral, context);
  },
  perform(p, { taskId, isUpheld, reason, referral }) {
    const held = holdTask(p.state(), p.context, taskId);
    const { letter } = p.state();
    const objected = letter === undefined ? undefined : latestReferral(letter);
    if (isRefusal(held) || objected === undefined) throw new Error('permit and perform disagree');
    p.emit({ type: 'ObjectionAnswered', referralId: objected.referralId, isUpheld, reason });
    orderDocumentFor(p, 'objection-answered');
    if (isUpheld && referral !== undefined) return performReferral(p, held, referral);
    if (isReception(held.step)) {
      return moveTask(p, held.task, receptionOf(p, objected.toOrg), reason);
    }
    leaveStep(p, held, reason);
  },
};
