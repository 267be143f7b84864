import { completeNode, settleStep, stepsOf } from '../../../flow/index.ts';
import { letterOf } from '../../letters.ts';
import { holdTask, holdTaskFor, isRefusal, type HeldTask } from '../../permissions.ts';
import type { Proceeding } from '../../proceeding.ts';
import { checkReferral, isReception, moveTask, receptionOf, recordReferral } from '../../refer.ts';
import { refuse, type Refusal } from '../../refusals.ts';
import type { CaseContext } from '../../commands.ts';
import type { Referral } from '../../letter.ts';
import type { CaseState } from '../../state.ts';
import { walkOf } from '../../walk.ts';
import { passReception } from '../accept-case.ts';
import type { Act } from '../act.ts';

/**
 * 转送, 交办: by who registers the letter, or onward by the unit that received it.
 * @basis 信访工作条例 第二十二条: 党委和政府信访部门收到信访事项，应当予以登记，并区分情况，在15日内分别按照下列方式处理
 */
export const referCase: Act<'ReferCase'> = {
  type: 'ReferCase',
  isForTask: true,
  permit: permitReferral,
  check(state, command, context) {
    const { unit } = state.letter ?? {};
    // Accepted, it was returned from a later step, and may go on where it is.
    const isHere = command.toOrg === unit && isReceiving(state, context, command.taskId);
    if (isHere && state.phase === 'received') {
      return [refuse('unit-has-it')];
    }
    return checkReferral(state, command, context);
  },
  perform(p, { taskId, ...command }) {
    const held = holdTask(p.state(), p.context, taskId);
    if (isRefusal(held)) throw new Error('permit and perform disagree');
    performReferral(p, held, command);
  },
};

export function permitReferral(
  state: CaseState,
  context: CaseContext,
  taskId: string,
): Refusal | undefined {
  const found = letterOf(state, context);
  if (isRefusal(found)) return found;
  const held = holdTaskFor(state, context, taskId, ['intake']);
  if (isRefusal(held)) return held;
  if (state.phase !== 'received' && state.phase !== 'accepted') {
    return refuse('wrong-phase', { phase: state.phase });
  }
  // Where no unit is asked whether it accepts, the office accepts, and says to whom it goes.
  if (state.phase === 'received' && !hasReception(context)) {
    return refuse('wrong-duty', { duty: held.step.duty });
  }
  const isObjected = found.letter.referrals.at(-1)?.status === 'objected';
  return isObjected ? refuse('objection-open') : undefined;
}

function hasReception({ item: { flow } }: CaseContext): boolean {
  return flow !== undefined && stepsOf(flow).some(isReception);
}

/**
 * Onward within the step of reception; out of the step of registration. Accepted already, it is not
 * received once more: the unit to which it goes begins to deal with it.
 */
export function performReferral(p: Proceeding, held: HeldTask, referral: Referral): void {
  recordReferral(p, held, referral);
  if (isReception(held.step) && p.state().phase === 'received') {
    return moveTask(p, held.task, receptionOf(p, referral.toOrg), referral.note);
  }
  leaveStep(p, held, referral.note);
}

/** Done here; the step of reception opens at the unit. */
export function leaveStep(p: Proceeding, { task, step }: HeldTask, opinion: string): void {
  const { taskId, round } = task;
  p.emit({ type: 'TaskDecided', taskId, stepId: step.id, round, verdict: 'approved', opinion });
  const walk = walkOf(p);
  if (settleStep(walk, step) !== undefined) completeNode(walk, step);
  passReception(p);
}

function isReceiving(state: CaseState, context: CaseContext, taskId: string): boolean {
  const held = holdTask(state, context, taskId);
  return !isRefusal(held) && isReception(held.step);
}
