import { endFlow } from '../../flow/index.ts';
import { hasCapability, isApplicant } from '../permissions.ts';
import { refuse } from '../refusals.ts';
import { hasEnded } from '../state.ts';
import { walkOf } from '../walk.ts';
import type { Act } from './act.ts';

/** 撤回: the applicant takes the application back, before it is decided. */
export const withdrawCase: Act<'WithdrawCase'> = {
  type: 'WithdrawCase',
  isForTask: false,
  permit(state, context) {
    if (!isApplicant(state, context) && !hasCapability(context, 'file-on-behalf')) {
      return refuse('not-your-case');
    }
    if (hasEnded(state)) return refuse('case-has-ended', { phase: state.phase });
    return state.decision === undefined ? undefined : refuse('decided-already');
  },
  check: (_state, command) => (command.reason.trim() === '' ? [refuse('reason-required')] : []),
  perform(p, command) {
    endFlow(walkOf(p), 'rejected');
    p.emit({ type: 'CaseWithdrawn', reason: command.reason });
  },
};
