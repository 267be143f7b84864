import { endFlow } from '../../flow/index.ts';
import { hasCapability, isApplicant } from '../permissions.ts';
import { refuse } from '../refusals.ts';
import { hasEnded, type CaseState } from '../state.ts';
import { walkOf } from '../walk.ts';
import type { Act } from './act.ts';
import { endRunningProcedures } from './special-procedure.ts';

/** 撤回: the applicant takes the application back, before it is decided. */
export const withdrawCase: Act<'WithdrawCase'> = {
  type: 'WithdrawCase',
  isForTask: false,
  permit(state, context) {
    // A colleague's own approval is withdrawn by nobody else, not even by the counter.
    const mayForOthers = state.lifecycle === undefined && hasCapability(context, 'file-on-behalf');
    if (!isApplicant(state, context) && !mayForOthers) return refuse('not-your-case');
    if (hasEnded(state)) return refuse('case-has-ended', { phase: state.phase });
    if (state.decision !== undefined || state.marking.ended !== undefined) {
      return refuse('decided-already');
    }
    return hasOutsideEffect(state) ? refuse('outside-effect-exists') : undefined;
  },
  check: (_state, command) => (command.reason.trim() === '' ? [refuse('reason-required')] : []),
  perform(p, command) {
    endRunningProcedures(p, command.reason);
    endFlow(walkOf(p), 'rejected');
    p.emit({ type: 'CaseWithdrawn', reason: command.reason });
  },
};

/**
 * Money received, a part of a joint case granted, or a document that the flow had issued to the
 * world under its number and seal: those need revoking or voiding. The letters of the procedure
 * itself are no such effect, or no accepted case could ever be withdrawn.
 */
function hasOutsideEffect(state: CaseState): boolean {
  return (
    state.fee?.paidAt !== undefined ||
    Object.values(state.subcases).some(({ parts }) =>
      Object.values(parts).some(({ status }) => status === 'granted'),
    ) ||
    Object.values(state.documents).some(
      ({ moment, issuedAt }) =>
        issuedAt !== undefined && (moment === 'other' || moment === 'certificate'),
    )
  );
}
