import { isLive, stepOf } from '../../flow/index.ts';
import { ownEntry } from '../own-entry.ts';
import { hasCapability, refuseClosed } from '../permissions.ts';
import { refuseReceiver } from '../receiver.ts';
import { refuse } from '../refusals.ts';
import { hasEnded } from '../state.ts';
import { flowOf } from '../walk.ts';
import type { Act } from './act.ts';

/**
 * 交接: what a leaving person holds goes to somebody else, open or waiting, an opinion too. Whoever
 * it goes to may also remove the signers that the leaving person added.
 */
export const handOverTask: Act<'HandOverTask'> = {
  type: 'HandOverTask',
  isForTask: true,
  reaches: 'any-task',
  permit(state, context, taskId) {
    if (!hasCapability(context, 'hand-over'))
      return refuse('right-missing', { right: 'hand-over' });
    const task = ownEntry(state.marking.tasks, taskId);
    if (task === undefined || context.item.flow === undefined) {
      return refuse('task-unknown', { taskId });
    }
    if (!isLive(task)) return refuseClosed(task);
    if (hasEnded(state)) return refuse('case-has-ended', { phase: state.phase });
    const { duty } = stepOf(flowOf({ context }), task.stepId);
    return duty === 'filing' ? refuse('wrong-duty', { duty }) : undefined;
  },
  check(state, command, context) {
    const task = ownEntry(state.marking.tasks, command.taskId);
    if (task === undefined) return [refuse('task-unknown', { taskId: command.taskId })];
    if (command.reason.trim() === '') return [refuse('reason-required')];
    const refusal = refuseReceiver(state, context, task, command.to, 'receiver-has-task');
    return refusal === undefined ? [] : [refusal];
  },
  perform(p, { taskId, to, reason }) {
    const from = p.state().marking.tasks[taskId]?.holder;
    p.emit({
      type: 'TaskTransferred',
      taskId,
      ...(from === undefined ? {} : { from }),
      to,
      reason,
      cause: 'handed-over',
    });
  },
};
