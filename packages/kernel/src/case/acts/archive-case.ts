import { hasCapability } from '../permissions.ts';
import { refuse } from '../refusals.ts';
import type { Act } from './act.ts';

/** 归档: once, for good, under its archive number. */
export const archiveCase: Act<'ArchiveCase'> = {
  type: 'ArchiveCase',
  isForTask: false,
  permit(state, context) {
    if (!hasCapability(context, 'archive')) return refuse('right-missing', { right: 'archive' });
    if (state.phase === 'archived') return refuse('archived-already');
    return state.phase === 'concluded' ? undefined : refuse('not-concluded');
  },
  check: (_state, command) =>
    command.archiveNumber.trim() === '' ? [refuse('archive-number-required')] : [],
  perform: (p, command) => p.emit({ type: 'CaseArchived', archiveNumber: command.archiveNumber }),
};
