import { letterOf } from '../../letters.ts';
import { toOrdinary } from '../../ordinary-procedure.ts';
import { holdTask, isRefusal } from '../../permissions.ts';
import { refuse } from '../../refusals.ts';
import type { Act } from '../act.ts';

/**
 * 简易转普通: what cannot be ended in the simple way is handled in the ordinary one, whose limit
 * counts from the day on which it was accepted, not from today (信访事项简易办理办法（试行）).
 */
export const convertProcedure: Act<'ConvertProcedure'> = {
  type: 'ConvertProcedure',
  isForTask: true,
  permit(state, context, taskId) {
    const found = letterOf(state, context);
    if (isRefusal(found)) return found;
    const held = holdTask(state, context, taskId);
    if (isRefusal(held)) return held;
    // A further round has a limit of its own.
    if (state.phase !== 'accepted' || state.decision !== undefined) {
      return refuse('wrong-phase', { phase: state.phase });
    }
    return found.letter.procedure === 'simple' ? undefined : refuse('not-simple');
  },
  check: (_state, { reason }) => (reason.trim() === '' ? [refuse('reason-required')] : []),
  perform: (p, { reason }) => toOrdinary(p, reason),
};
