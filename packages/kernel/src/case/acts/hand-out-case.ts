import { isOfBoundUnit } from '../bound.ts';
import { ownEntry } from '../own-entry.ts';
import { hasCapability } from '../permissions.ts';
import { refuse } from '../refusals.ts';
import { hasEnded } from '../state.ts';
import type { Act } from './act.ts';
import { permitSystem } from './system-acts.ts';

/** 分发: a case of its own in another unit grows out of this one, which does not wait for it. */
export const handOutCase: Act<'HandOutCase'> = {
  type: 'HandOutCase',
  isForTask: false,
  permit(state, context) {
    if (!hasCapability(context, 'hand-out')) return refuse('right-missing', { right: 'hand-out' });
    if (isOfBoundUnit(state, context)) return refuse('stays-in-unit');
    return hasEnded(state) ? refuse('case-has-ended', { phase: state.phase }) : undefined;
  },
  check: (_state, { itemCode, orgId }) =>
    itemCode.trim() === '' || orgId.trim() === '' ? [refuse('unit-required')] : [],
  perform(p, { itemCode, orgId, note }) {
    const handOutId = `h${Object.keys(p.state().handOuts ?? {}).length + 1}`;
    p.emit({ type: 'UnitCaseOrdered', handOutId, itemCode, orgId, note });
  },
};

/** The unit's case is there; also after the end of this one. */
export const recordUnitCase: Act<'RecordUnitCase'> = {
  type: 'RecordUnitCase',
  isForTask: false,
  permit: permitSystem,
  check(state, { handOutId }) {
    const handOut = ownEntry(state.handOuts ?? {}, handOutId);
    if (handOut === undefined) return [refuse('hand-out-unknown')];
    return handOut.caseId === undefined ? [] : [refuse('case-recorded-already')];
  },
  perform: (p, { handOutId, caseId, number }) =>
    p.emit({ type: 'UnitCaseRecorded', handOutId, caseId, number }),
};
