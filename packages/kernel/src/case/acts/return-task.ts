import {
  canGoStraightBack,
  memberBefore,
  planTaskReturn,
  returnTargets,
  returnToStep,
  type TaskState,
} from '../../flow/index.ts';
import type { CaseContext, CommandOf } from '../commands.ts';
import { holdTaskFor, isRefusal, type HeldTask } from '../permissions.ts';
import { proceed, type Proceeding } from '../proceeding.ts';
import { refuse, type Refusal } from '../refusals.ts';
import { isUnderWay, type CaseState } from '../state.ts';
import { flowOf, walkOf } from '../walk.ts';
import type { Act } from './act.ts';

/** 退回: sends the case back to an earlier step for change; not a negative decision (驳回). */
export const returnTask: Act<'ReturnTask'> = {
  type: 'ReturnTask',
  isForTask: true,
  permit(state, context, taskId) {
    const held = holdTaskFor(state, context, taskId, ['review', 'decision', 'task']);
    if (isRefusal(held)) return held;
    if (held.step.binding !== undefined) return refuse('step-binding', { step: held.step.name });
    // After the decision a return would undo it: that needs revoking, not returning.
    if (!isUnderWay(state)) return refuse('wrong-phase', { phase: state.phase });
    if (memberBefore(flowOf({ context }), state.marking, held.task) !== undefined) return undefined;
    const targets = returnTargets(flowOf({ context }), state.marking, held.step.id);
    return targets.length === 0 ? refuse('return-target-unknown', { step: '' }) : undefined;
  },
  check(state, command, context) {
    const held = holdTaskFor(state, context, command.taskId, ['review', 'decision', 'task']);
    if (isRefusal(held)) return [held];
    if (command.reason.trim() === '') return [refuse('reason-required')];
    if (command.toStep === held.step.id) return refuseWithin(state, context, held, command);
    const targets = returnTargets(flowOf({ context }), state.marking, held.step.id);
    if (!targets.some((step) => step.id === command.toStep)) {
      return [refuse('return-target-unknown', { step: command.toStep })];
    }
    if (command.then === 'walk-again') return [];
    const walk = walkOf(proceed(state, context));
    return canGoStraightBack(walk, command.toStep, held.step.id)
      ? []
      : [refuse('straight-back-not-possible')];
  },
  perform(p, command) {
    const task = p.state().marking.tasks[command.taskId];
    if (task === undefined) throw new Error('permit and perform disagree');
    if (command.toStep === task.stepId) return returnWithin(p, task, command.reason);
    returnToStep(walkOf(p), task.stepId, command.toStep, command.then, command.reason);
  },
};

/** Within a step signed in turn a return goes to the member before; there is no way in between. */
function refuseWithin(
  state: CaseState,
  context: CaseContext,
  { task, step }: HeldTask,
  { then }: CommandOf<'ReturnTask'>,
): Refusal[] {
  const member = memberBefore(flowOf({ context }), state.marking, task);
  if (member === undefined) return [refuse('return-target-unknown', { step: step.id })];
  return then === 'walk-again' ? [] : [refuse('straight-back-not-possible')];
}

function returnWithin(p: Proceeding, task: TaskState, reason: string): void {
  const flow = flowOf(p);
  const member = memberBefore(flow, p.state().marking, task);
  if (member === undefined) throw new Error('check and perform disagree');
  const { taskId, stepId, round } = task;
  const plan = planTaskReturn(flow, p.state().marking, task, member);
  p.emit({
    type: 'TaskReturned',
    taskId,
    stepId,
    round,
    toTask: member.taskId,
    reason,
    ...plan,
  });
}
