/** 认领 and release: one of several takes a task of theirs; the others' lists change at once. */
import type { TaskState } from '../../flow/index.ts';
import type { CaseContext } from '../commands.ts';
import { holdTask, isRefusal } from '../permissions.ts';
import { refuse } from '../refusals.ts';
import type { Act } from './act.ts';

export const claimTask: Act<'ClaimTask'> = {
  type: 'ClaimTask',
  isForTask: true,
  permit(state, context, taskId) {
    const held = holdTask(state, context, taskId);
    if (isRefusal(held)) return held;
    const isCommon = held.task.holder === undefined && isOfSeveral(held.task, context);
    return isCommon ? undefined : refuse('not-claimable');
  },
  perform(p, { taskId }) {
    const held = holdTask(p.state(), p.context, taskId);
    if (isRefusal(held)) throw new Error('permit and perform disagree');
    // A deputy takes it for the principal, who has it when the proxy ends.
    p.emit({ type: 'TaskClaimed', taskId, holder: held.person });
  },
};

/** Without a directory nobody knows how many there are; then it may be claimed. */
function isOfSeveral({ posts }: TaskState, { people }: CaseContext): boolean {
  if (people === undefined) return true;
  const holders = posts.flatMap((post) => people.holdersOf(post));
  return new Set(holders.map(({ personId }) => personId)).size > 1;
}

export const releaseTask: Act<'ReleaseTask'> = {
  type: 'ReleaseTask',
  isForTask: true,
  permit(state, context, taskId) {
    const held = holdTask(state, context, taskId);
    if (isRefusal(held)) return held;
    return held.task.isClaimed === true ? undefined : refuse('not-claimed');
  },
  perform: (p, { taskId }) => p.emit({ type: 'TaskReleased', taskId }),
};
