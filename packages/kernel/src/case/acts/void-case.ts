import { hasCapability } from '../permissions.ts';
import { refuse } from '../refusals.ts';
import type { Act } from './act.ts';

/** 作废: a concluded case declared without effect. Number and documents stay used, and marked. */
export const voidCase: Act<'VoidCase'> = {
  type: 'VoidCase',
  isForTask: false,
  permit(state, context) {
    if (!hasCapability(context, 'void-cases')) {
      return refuse('right-missing', { right: 'void-cases' });
    }
    const isConcluded = state.phase === 'concluded' || state.phase === 'archived';
    return isConcluded ? undefined : refuse('not-concluded');
  },
  check: (_state, command) => (command.reason.trim() === '' ? [refuse('reason-required')] : []),
  perform: (p, { reason, basis }) =>
    p.emit({ type: 'CaseVoided', reason, ...(basis === undefined ? {} : { basis }) }),
};
