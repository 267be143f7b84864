import { defaultPolicies } from '../commands.ts';
import { holdAnyTask, isRefusal } from '../permissions.ts';
import { refuseReceiver } from '../receiver.ts';
import { refuse } from '../refusals.ts';
import type { Act } from './act.ts';

/** 转办: responsibility moves to another person, some few times; clocks run on. */
export const transferTask: Act<'TransferTask'> = {
  type: 'TransferTask',
  isForTask: true,
  permit(state, context, taskId) {
    const held = holdAnyTask(state, context, taskId);
    if (isRefusal(held)) return held;
    const { duty } = held.step;
    // The applicant's own part is nobody else's.
    if (duty === 'filing') return refuse('wrong-duty', { duty });
    const most = context.policies.mostTransfers ?? defaultPolicies.mostTransfers;
    const count = (held.task.transfers ?? []).filter(({ cause }) => cause === undefined).length;
    return count < most ? undefined : refuse('transfers-used-up', { most });
  },
  check(state, command, context) {
    const held = holdAnyTask(state, context, command.taskId);
    if (isRefusal(held)) return [held];
    if (command.reason.trim() === '') return [refuse('reason-required')];
    const { to } = command;
    if (to.personId === held.person.personId) {
      return [refuse('receiver-has-task', { name: to.name })];
    }
    const refusal = refuseReceiver(state, context, held.task, to, 'receiver-has-task');
    return refusal === undefined ? [] : [refusal];
  },
  perform(p, { taskId, to, reason }) {
    const held = holdAnyTask(p.state(), p.context, taskId);
    if (isRefusal(held)) throw new Error('permit and perform disagree');
    const from = held.person;
    p.emit({ type: 'TaskTransferred', taskId, from, to, reason, cause: 'transferred' });
  },
};
