import { hasCapability } from '../permissions.ts';
import { refuse, type Refusal } from '../refusals.ts';
import { hasEnded, type CaseState } from '../state.ts';
import type { CaseContext } from '../commands.ts';
import type { Act } from './act.ts';

/** 冻结: nobody acts on the case, and its clocks run: it is no suspension by law. */
export const freezeCase: Act<'FreezeCase'> = {
  type: 'FreezeCase',
  isForTask: false,
  permit(state, context) {
    const refusal = permitAdministrator(state, context);
    if (refusal !== undefined) return refusal;
    return state.frozen === undefined ? undefined : refuse('frozen-already');
  },
  check: (_state, command) => (command.reason.trim() === '' ? [refuse('reason-required')] : []),
  perform: (p, command) => p.emit({ type: 'CaseFrozen', reason: command.reason }),
};

export const unfreezeCase: Act<'UnfreezeCase'> = {
  type: 'UnfreezeCase',
  isForTask: false,
  permit(state, context) {
    const refusal = permitAdministrator(state, context);
    if (refusal !== undefined) return refusal;
    return state.frozen === undefined ? refuse('not-frozen') : undefined;
  },
  check: (_state, command) => (command.reason.trim() === '' ? [refuse('reason-required')] : []),
  perform: (p, command) => p.emit({ type: 'CaseUnfrozen', reason: command.reason }),
};

/** Moving cases about is for the administrator, and only while there is something to move. */
export function permitAdministrator(state: CaseState, context: CaseContext): Refusal | undefined {
  if (!hasCapability(context, 'administer-cases')) {
    return refuse('right-missing', { right: 'administer-cases' });
  }
  return hasEnded(state) ? refuse('case-has-ended', { phase: state.phase }) : undefined;
}
