import { endFlow } from '../../flow/index.ts';
import { hasCapability } from '../permissions.ts';
import { refuse } from '../refusals.ts';
import { hasEnded } from '../state.ts';
import { walkOf } from '../walk.ts';
import type { Act } from './act.ts';
import { endRunningProcedures } from './special-procedure.ts';

/**
 * 终止: the office ends the case without deciding it, with the reason on record. Documents that were
 * issued stay under their numbers. After a decision there is nothing left to terminate.
 */
export const terminateCase: Act<'TerminateCase'> = {
  type: 'TerminateCase',
  isForTask: false,
  permit(state, context) {
    const isSystem = context.actor.kind === 'system';
    if (!isSystem && !hasCapability(context, 'terminate-cases')) {
      return refuse('right-missing', { right: 'terminate-cases' });
    }
    if (hasEnded(state)) return refuse('case-has-ended', { phase: state.phase });
    const isDecided = state.decision !== undefined || state.marking.ended !== undefined;
    return isDecided ? refuse('decided-already') : undefined;
  },
  check: (_state, command) => (command.reason.trim() === '' ? [refuse('reason-required')] : []),
  perform(p, { reason, basis }) {
    endRunningProcedures(p, reason);
    endFlow(walkOf(p), 'rejected');
    p.emit({ type: 'CaseTerminated', reason, ...(basis === undefined ? {} : { basis }) });
  },
};
