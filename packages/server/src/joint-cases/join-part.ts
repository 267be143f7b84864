/** Tells the whole how a part ended. */
import { hasEnded, type CaseState } from '@yichuang/kernel/case';
import { runCommand } from '../cases/index.ts';
import { JOINT_RULE, type JointDeps } from './joint-deps.ts';

/** Whether the part is through, and how: whatever is no grant is none. */
export function partOutcome(part: CaseState): 'granted' | 'denied' | undefined {
  if (!hasEnded(part)) return undefined;
  return part.outcome === 'granted' ? 'granted' : 'denied';
}

/** Once only: a part that the whole has concluded or cancelled already is left alone. */
export async function joinPart(deps: JointDeps, part: CaseState): Promise<void> {
  const { parent } = part;
  const outcome = partOutcome(part);
  if (parent === undefined || outcome === undefined) return;
  const { nodeId, partId } = parent;
  const whole = await deps.cases.find(parent.caseId);
  const known = whole?.state.subcases[nodeId]?.parts[partId];
  // Of an earlier round: the whole has a case of its own for this part now, or none.
  if (known === undefined || (known.caseId !== undefined && known.caseId !== part.caseId)) return;
  if (known.status !== 'open') return;
  const actor = { kind: 'system', rule: JOINT_RULE } as const;
  if (known.caseId === undefined) {
    const { caseId, number } = part;
    const record = { type: 'RecordSubcase', nodeId, partId, caseId, number } as const;
    await runCommand(deps, deps.cases, { caseId: parent.caseId, command: record, actor });
  }
  const command = { type: 'ConcludeSubcase', nodeId, partId, outcome } as const;
  await runCommand(deps, deps.cases, { caseId: parent.caseId, command, actor });
}
