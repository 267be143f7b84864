import { holdTask, isRefusal } from '../permissions.ts';
import { refuse } from '../refusals.ts';
import { castVote, refuseVote } from '../voting.ts';
import type { Act } from './act.ts';

/**
 * 弃权: only where votes are weighed, and only by who has a seat. It is no weight in favour and
 * leaves the denominator as it is; nobody refuses a licence by abstaining: that takes reasons.
 */
export const abstainTask: Act<'AbstainTask'> = {
  type: 'AbstainTask',
  isForTask: true,
  permit(state, context, taskId) {
    const held = holdTask(state, context, taskId);
    if (isRefusal(held)) return held;
    const { step, task } = held;
    const hasSeat = task.kind === undefined || task.kind === 'with';
    if (step.agreement.rule !== 'vote' || !hasSeat) return refuse('abstention-not-possible');
    return refuseVote(state, context, taskId, 'abstained');
  },
  perform(p, { taskId, opinion }) {
    const held = holdTask(p.state(), p.context, taskId);
    if (isRefusal(held)) throw new Error('permit and perform disagree');
    castVote(p, held, { verdict: 'abstained', opinion });
  },
};
