import type { BatchBody, BatchResult } from '@yichuang/contracts';
import type { CaseDesk } from '../cases/index.ts';
import type { Session } from '../platform/http/index.ts';
import { Conflict } from '../platform/operating-error.ts';
import type { Refusal } from '../platform/refusal.ts';

type Result = Omit<BatchResult['results'][number], 'refusals'> & {
  readonly refusals?: readonly Refusal[];
};

/**
 * Many approvals, one after the other: each case decides for itself, and what one is refused keeps
 * none of the others. Sent again with the same key, each answers what it answered before.
 */
export async function runBatch(
  desk: CaseDesk,
  session: Session,
  { acts }: BatchBody,
  key: string,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const { caseId, command } of acts) {
    const { taskId } = command;
    // A key for each task: a batch that was cut off goes on where it stopped.
    const ownKey = `${key}:${taskId}:${caseId}`;
    try {
      const outcome = await desk.actAsStaff(session, caseId, { ...command, isBatch: true }, ownKey);
      results.push(
        outcome.ok
          ? { caseId, taskId, ok: true, phase: outcome.answer.phase }
          : { caseId, taskId, ok: false, refusals: outcome.refusals },
      );
    } catch (error) {
      // Somebody works on this one at this moment; the others go on.
      if (!(error instanceof Conflict)) throw error;
      results.push({ caseId, taskId, ok: false, refusals: [{ code: 'changed-meanwhile' }] });
    }
  }
  return results;
}
