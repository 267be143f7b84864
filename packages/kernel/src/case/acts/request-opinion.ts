/** 委派: somebody is asked for words; the asker's task waits and comes back, whatever happens. */
import { isLive, settleStep, stepOf, type StepDuty } from '../../flow/index.ts';
import { civilDate } from '../../time/index.ts';
import { actsFor } from '../capacity.ts';
import { opinionClockId, startClock, STEP_RULE } from '../clocks.ts';
import { defaultPolicies } from '../commands.ts';
import { newTaskId, placeBeside } from '../new-task.ts';
import { ownEntry } from '../own-entry.ts';
import { holdAnyTask, holdTaskFor, isRefusal, refuseClosed } from '../permissions.ts';
import type { Proceeding } from '../proceeding.ts';
import { refuseReceiver } from '../receiver.ts';
import { refuse } from '../refusals.ts';
import { hasEnded } from '../state.ts';
import { flowOf, walkOf } from '../walk.ts';
import type { Act } from './act.ts';

const ASKING: readonly StepDuty[] = ['intake', 'review', 'decision', 'task'];

export const requestOpinion: Act<'RequestOpinion'> = {
  type: 'RequestOpinion',
  isForTask: true,
  permit(state, context, taskId) {
    const held = holdTaskFor(state, context, taskId, ASKING);
    return isRefusal(held) ? held : undefined;
  },
  check(state, command, context) {
    const held = holdTaskFor(state, context, command.taskId, ASKING);
    if (isRefusal(held)) return [held];
    if (command.question.trim() === '') return [refuse('question-required')];
    if (command.person.personId === held.person.personId) {
      return [refuse('signer-already-there', { name: command.person.name })];
    }
    const asked = { ...held.task, kind: 'opinion' as const };
    const refusal = refuseReceiver(state, context, asked, command.person, 'signer-already-there');
    return refusal === undefined ? [] : [refusal];
  },
  perform(p, { taskId: forTask, person, question }) {
    const held = holdTaskFor(p.state(), p.context, forTask, ASKING);
    if (isRefusal(held)) throw new Error('permit and perform disagree');
    const { task, step } = held;
    const taskId = newTaskId(p.state().marking, task);
    p.emit({
      type: 'OpinionRequested',
      taskId,
      stepId: step.id,
      round: task.round,
      forTask,
      by: held.person,
      person,
      question,
      order: placeBeside(p.state().marking, task, 'before'),
    });
    startClock(p, {
      clockId: opinionClockId(taskId),
      kind: 'opinion',
      ruleId: STEP_RULE,
      from: civilDate(p.context.at),
      amount: p.context.policies.opinionDays ?? defaultPolicies.opinionDays,
      unit: 'WD',
    });
  },
};

export const giveOpinion: Act<'GiveOpinion'> = {
  type: 'GiveOpinion',
  isForTask: true,
  permit(state, context, taskId) {
    const held = holdAnyTask(state, context, taskId);
    if (isRefusal(held)) return held;
    return held.task.kind === 'opinion' ? undefined : refuse('no-opinion-asked');
  },
  check: (_state, { opinion }) => (opinion.trim() === '' ? [refuse('reason-required')] : []),
  perform(p, { taskId, opinion }) {
    p.emit({ type: 'OpinionGiven', taskId, opinion });
    giveBack(p, taskId);
  },
};

/** The asker may go on without it at any time. */
export const takeBackOpinion: Act<'TakeBackOpinion'> = {
  type: 'TakeBackOpinion',
  isForTask: true,
  reaches: 'any-task',
  permit(state, context, taskId) {
    if (context.actor.kind !== 'staff') return refuse('not-your-task');
    const task = ownEntry(state.marking.tasks, taskId);
    if (task === undefined || context.item.flow === undefined) {
      return refuse('task-unknown', { taskId });
    }
    if (task.kind !== 'opinion' || task.addedBy === undefined) return refuse('no-opinion-asked');
    const holder = state.marking.tasks[task.addedBy.taskId]?.holder ?? task.addedBy.person;
    if (actsFor(holder.personId, context) === undefined) return refuse('not-your-task');
    if (!isLive(task)) return refuseClosed(task);
    return hasEnded(state) ? refuse('case-has-ended', { phase: state.phase }) : undefined;
  },
  perform(p, { taskId }) {
    const task = p.state().marking.tasks[taskId];
    const asker = p.state().marking.tasks[task?.addedBy?.taskId ?? ''];
    const person = asker?.holder ?? task?.addedBy?.person;
    p.actAs(asker?.posts[0], actsFor(person?.personId ?? '', p.context)?.onBehalfOf);
    closeOpinion(p, taskId, 'taken-back');
  },
};

/** No opinion came: the asker goes on without it. */
export function closeOpinion(p: Proceeding, taskId: string, cause: 'taken-back' | 'timed-out') {
  const task = p.state().marking.tasks[taskId];
  if (task === undefined) throw new Error(`no task ${taskId}`);
  p.emit({ type: 'TaskClosed', taskId, stepId: task.stepId, round: task.round, cause });
  giveBack(p, taskId);
}

/** An opinion counts for nothing: the step cannot be decided by it, only the asker goes on. */
function giveBack(p: Proceeding, taskId: string): void {
  const task = p.state().marking.tasks[taskId];
  if (task === undefined) throw new Error(`no task ${taskId}`);
  settleStep(walkOf(p), stepOf(flowOf(p), task.stepId));
}
