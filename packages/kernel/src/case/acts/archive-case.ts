import { hasCapability } from '../permissions.ts';
import { refuse } from '../refusals.ts';
import type { Act } from './act.ts';
import { owed } from './supply-materials.ts';

/** 归档: once, for good, under its archive number. */
export const archiveCase: Act<'ArchiveCase'> = {
  type: 'ArchiveCase',
  isForTask: false,
  permit(state, context) {
    if (!hasCapability(context, 'archive')) return refuse('right-missing', { right: 'archive' });
    if (state.phase === 'archived') return refuse('archived-already');
    if (state.phase !== 'concluded') return refuse('not-concluded');
    // What was promised in writing is checked first: nothing is added to an archive.
    const [debt] = owed(state);
    return debt === undefined ? undefined : refuse('debt-outstanding', { material: debt.name });
  },
  check: (_state, command) =>
    command.archiveNumber.trim() === '' ? [refuse('archive-number-required')] : [],
  perform: (p, command) => p.emit({ type: 'CaseArchived', archiveNumber: command.archiveNumber }),
};
