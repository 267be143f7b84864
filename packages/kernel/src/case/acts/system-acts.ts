/** Acts that only the system performs; each names the rule by which it acts. */
import { completeNode, placeOf } from '../../flow/index.ts';
import { reviseClocks } from '../clocks.ts';
import { certificateValidity } from '../certificate-validity.ts';
import type { CaseContext } from '../commands.ts';
import { ownEntry } from '../own-entry.ts';
import type { Proceeding } from '../proceeding.ts';
import { refuse, type Refusal } from '../refusals.ts';
import { hasEnded, runningClocks, type CaseState } from '../state.ts';
import { flowOf, walkOf } from '../walk.ts';
import type { Act } from './act.ts';

export function permitSystem(_state: CaseState, { actor }: CaseContext): Refusal | undefined {
  return actor.kind === 'system' ? undefined : refuse('right-missing', { right: 'system' });
}

/** The rendered, numbered and sealed document is there. */
export const recordDocument: Act<'RecordDocument'> = {
  type: 'RecordDocument',
  isForTask: false,
  permit: permitSystem,
  check(state, command) {
    const document = ownEntry(state.documents, command.documentId);
    if (document === undefined) return [refuse('document-unknown')];
    return document.issuedAt === undefined ? [] : [refuse('document-recorded-already')];
  },
  perform(p, command) {
    const { documentId, number, sha256, bytes, sealedBy, certificateId } = command;
    const document = p.state().documents[documentId];
    const validity =
      document?.moment === 'certificate'
        ? certificateValidity(p.context.item, document.orderedAt)
        : {};
    p.emit({
      type: 'DocumentIssued',
      documentId,
      number,
      sha256,
      bytes,
      ...(sealedBy === undefined ? {} : { sealedBy }),
      ...(certificateId === undefined ? {} : { certificateId }),
      ...validity,
    });
    completeDocumentNode(p, documentId);
  },
};

function completeDocumentNode(p: Proceeding, documentId: string): void {
  const state = p.state();
  const nodeId = state.documents[documentId]?.nodeId;
  if (nodeId === undefined || state.marking.nodes[nodeId]?.status !== 'open') return;
  // After a return the node has ordered anew: the document of the earlier round moves nothing.
  const isNewest = Object.values(state.documents).every(
    (other) => other.nodeId !== nodeId || orderOf(other.documentId) <= orderOf(documentId),
  );
  if (!isNewest) return;
  completeNode(walkOf(p), placeOf(flowOf(p), nodeId).node);
}

/** Documents are `d1`, `d2` … in the order in which they were ordered. */
function orderOf(documentId: string): number {
  return Number(documentId.slice(1));
}

/** Nothing of its own: `decide` applies what has lapsed before any command. */
export const applyLapsesAct: Act<'ApplyLapses'> = {
  type: 'ApplyLapses',
  isForTask: false,
  permit: permitSystem,
  perform: () => undefined,
};

/** A corrected calendar: every running clock is counted again and lights up accordingly. */
export const recountClocks: Act<'RecountClocks'> = {
  type: 'RecountClocks',
  isForTask: false,
  permit(state, context) {
    const refusal = permitSystem(state, context);
    if (refusal !== undefined) return refusal;
    // A commitment is still checked, on its clock, after the case is concluded.
    const isOver = hasEnded(state) && runningClocks(state).length === 0;
    return isOver ? refuse('case-has-ended', { phase: state.phase }) : undefined;
  },
  perform: (p) => reviseClocks(p, 'calendar-changed'),
};
