/**
 * What follows from a command for the parts of a joint case, or for the whole of a part. Run by a
 * job at least once, so everything here looks at what is there before it acts.
 */
import type { CaseEvent, Recorded } from '@yichuang/kernel/case';
import { cancelledParts, endParts } from './end-parts.ts';
import { joinPart } from './join-part.ts';
import type { JointDeps } from './joint-deps.ts';
import { openParts } from './open-parts.ts';
import { passOnSupplies, settleWhole } from './share-debts.ts';

const OPENING: ReadonlySet<CaseEvent['type']> = new Set<CaseEvent['type']>([
  'SubcasesOrdered',
  'SubcasesReleased',
]);
const ENDING: ReadonlySet<CaseEvent['type']> = new Set<CaseEvent['type']>([
  'AcceptanceRefused',
  'CaseConcluded',
  'CaseTerminated',
  'CaseWithdrawn',
]);

export async function followJoint(
  deps: JointDeps,
  caseId: string,
  /** All events of the case. */
  history: readonly Recorded[],
  since: { readonly fromSeq: number; readonly toSeq: number },
): Promise<void> {
  const fresh = history.filter(({ seq }) => seq >= since.fromSeq && seq <= since.toSeq);
  const has = (types: ReadonlySet<CaseEvent['type']>): boolean =>
    fresh.some(({ event }) => types.has(event.type));
  if (has(new Set(['SubcasesCancelled']))) {
    await endParts(deps, caseId, cancelledParts(history, since));
  }
  if (has(OPENING)) await openParts(deps, caseId);
  if (has(ENDING)) await withState(deps, caseId, (state) => joinPart(deps, state));
  await followDebts(deps, caseId, fresh);
}

async function followDebts(
  deps: JointDeps,
  caseId: string,
  fresh: readonly Recorded[],
): Promise<void> {
  if (fresh.some(({ event }) => event.type === 'MaterialsSupplied')) {
    await withState(deps, caseId, (state) => passOnSupplies(deps, state));
  }
  if (fresh.some(({ event }) => event.type === 'DebtSettled' && event.verdict === 'kept')) {
    await withState(deps, caseId, (state) => settleWhole(deps, state));
  }
}

async function withState(
  { cases }: JointDeps,
  caseId: string,
  work: (state: Parameters<typeof joinPart>[1]) => Promise<void>,
): Promise<void> {
  const found = await cases.find(caseId);
  if (found === undefined) throw new Error(`case ${caseId} is gone`);
  await work(found.state);
}
