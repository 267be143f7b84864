import { canGoStraightBack, returnTargets, returnToStep } from '../../flow/index.ts';
import { holdTaskFor, isRefusal } from '../permissions.ts';
import { refuse } from '../refusals.ts';
import { isUnderWay } from '../state.ts';
import { flowOf, walkOf } from '../walk.ts';
import type { Act } from './act.ts';
import { proceed } from '../proceeding.ts';

/** 退回: sends the case back to an earlier step for change; not a negative decision (驳回). */
export const returnTask: Act<'ReturnTask'> = {
  type: 'ReturnTask',
  isForTask: true,
  permit(state, context, taskId) {
    const held = holdTaskFor(state, context, taskId, ['review', 'decision', 'task']);
    if (isRefusal(held)) return held;
    // After the decision a return would undo it: that needs revoking, not returning.
    if (!isUnderWay(state)) return refuse('wrong-phase', { phase: state.phase });
    const targets = returnTargets(flowOf({ context }), state.marking, held.step.id);
    return targets.length === 0 ? refuse('return-target-unknown', { step: '' }) : undefined;
  },
  check(state, command, context) {
    const held = holdTaskFor(state, context, command.taskId, ['review', 'decision', 'task']);
    if (isRefusal(held)) return [held];
    if (command.reason.trim() === '') return [refuse('reason-required')];
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
    returnToStep(walkOf(p), task.stepId, command.toStep, command.then, command.reason);
  },
};
