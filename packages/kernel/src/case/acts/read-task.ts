import { holdAnyTask, isRefusal } from '../permissions.ts';
import type { Act } from './act.ts';

/**
 * The holder has opened the task: from now on whoever had the case before cannot take it back
 * (取回). Reading again is no news.
 */
export const readTask: Act<'ReadTask'> = {
  type: 'ReadTask',
  isForTask: true,
  permit(state, context, taskId) {
    const held = holdAnyTask(state, context, taskId);
    return isRefusal(held) ? held : undefined;
  },
  perform(p, { taskId }) {
    const task = p.state().marking.tasks[taskId];
    if (task?.readAt === undefined) p.emit({ type: 'TaskRead', taskId });
  },
};
