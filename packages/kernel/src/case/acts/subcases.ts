/** 联办: the system records the parts' own cases and their results. */
import { completeNode, placeOf } from '../../flow/index.ts';
import type { CaseContext } from '../commands.ts';
import { isSplitOver, releaseParts } from '../joint-parts.ts';
import type { PartState } from '../joint.ts';
import { ownEntry } from '../own-entry.ts';
import { refuse, type Refusal } from '../refusals.ts';
import { hasEnded, type CaseState } from '../state.ts';
import { flowOf, walkOf } from '../walk.ts';
import type { Act } from './act.ts';
import { permitSystem } from './system-acts.ts';

/** The system brings it, while there is a case to bring it to. */
function permitArrival(state: CaseState, context: CaseContext): Refusal | undefined {
  const refusal = permitSystem(state, context);
  if (refusal !== undefined) return refusal;
  return hasEnded(state) ? refuse('case-has-ended', { phase: state.phase }) : undefined;
}

/** The part's own case is open. */
export const recordSubcase: Act<'RecordSubcase'> = {
  type: 'RecordSubcase',
  isForTask: false,
  permit: permitArrival,
  check(state, { nodeId, partId }) {
    const part = openPart(state, nodeId, partId);
    if (part === undefined) return [refuse('task-unknown', { taskId: partId })];
    return part.caseId === undefined ? [] : [refuse('case-recorded-already')];
  },
  perform: (p, { nodeId, partId, caseId, number }) =>
    p.emit({ type: 'SubcaseRecorded', nodeId, partId, caseId, number }),
};

/** One part of a joint case has its result; those that waited for it begin, the last one joins. */
export const concludeSubcase: Act<'ConcludeSubcase'> = {
  type: 'ConcludeSubcase',
  isForTask: false,
  permit: permitArrival,
  check: (state, { nodeId, partId }) =>
    openPart(state, nodeId, partId) === undefined
      ? [refuse('task-unknown', { taskId: partId })]
      : [],
  perform(p, { nodeId, partId, outcome }) {
    p.emit({ type: 'SubcaseConcluded', nodeId, partId, outcome });
    const { node } = placeOf(flowOf(p), nodeId);
    if (node.kind !== 'subcases') throw new Error('check and perform disagree');
    releaseParts(p, node);
    if (isSplitOver(p.state(), nodeId)) completeNode(walkOf(p), node);
  },
};

/** Of a split that is open: in one that a return has reset, a result no longer counts. */
function openPart(state: CaseState, nodeId: string, partId: string): PartState | undefined {
  if (ownEntry(state.marking.nodes, nodeId)?.status !== 'open') return undefined;
  const part = ownEntry(ownEntry(state.subcases, nodeId)?.parts ?? {}, partId);
  return part?.status === 'open' ? part : undefined;
}
