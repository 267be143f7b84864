/** Ends the cases of parts that the whole no longer waits for. */
import { hasEnded, type Recorded } from '@yichuang/kernel/case';
import { runCommand } from '../cases/index.ts';
import { JOINT_RULE, type JointDeps } from './joint-deps.ts';
import { jointTexts } from './joint.messages.ts';
import { partCaseId } from './part-case-id.ts';

interface Cancelled {
  readonly nodeId: string;
  readonly partId: string;
  readonly round: number;
}

/**
 * Parts that these events took back. The round is that of the order before: a later order has
 * cases of its own, which this must not touch.
 */
export function cancelledParts(
  history: readonly Recorded[],
  since: { readonly fromSeq: number; readonly toSeq: number },
): Cancelled[] {
  const rounds = new Map<string, number>();
  return history.flatMap(({ seq, event }) => {
    if (event.type === 'SubcasesOrdered') rounds.set(event.nodeId, event.round);
    if (event.type !== 'SubcasesCancelled' || seq < since.fromSeq || seq > since.toSeq) return [];
    const round = rounds.get(event.nodeId) ?? 1;
    return event.partIds.map((partId) => ({ nodeId: event.nodeId, partId, round }));
  });
}

export async function endParts(
  deps: JointDeps,
  wholeId: string,
  cancelled: readonly Cancelled[],
): Promise<void> {
  for (const part of cancelled) await endPart(deps, partCaseId({ parentId: wholeId, ...part }));
}

/** A part that was never opened, has ended, or is decided already, stays as it is. */
export async function endPart(deps: JointDeps, caseId: string): Promise<void> {
  const found = await deps.cases.find(caseId);
  if (found === undefined || hasEnded(found.state) || found.state.decision !== undefined) return;
  const command = { type: 'TerminateCase', reason: jointTexts.partNoLongerWanted } as const;
  const actor = { kind: 'system', rule: JOINT_RULE } as const;
  const ended = await runCommand(deps, deps.cases, { caseId, command, actor });
  if (ended.ok) return;
  const isOver = ended.refusals.every(
    ({ code }) => code === 'case-has-ended' || code === 'decided-already',
  );
  if (!isOver) throw new Error(`part ${caseId} could not be ended`);
}
