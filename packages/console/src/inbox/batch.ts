/** Ticked rows as one request, and its answer as sentences. Pure. */
import type { BatchBody, BatchResult, TaskRow } from '@yichuang/contracts';

/** The server takes no more at once. */
export const MOST_AT_ONCE = 50;

export function batchOf(rows: readonly TaskRow[], opinion: string): BatchBody {
  return {
    acts: rows.slice(0, MOST_AT_ONCE).flatMap(({ caseId, taskId }) => {
      if (taskId === undefined) return [];
      return [{ caseId, command: { type: 'ApproveTask', taskId, opinion: opinion.trim() } }];
    }),
  };
}

export interface BatchFailure {
  readonly key: string;
  readonly title: string;
  readonly text: string;
  readonly nextStep: string;
}

export function failuresOf(result: BatchResult, rows: readonly TaskRow[]): BatchFailure[] {
  return result.results.flatMap(({ caseId, taskId, ok, refusals = [] }) => {
    if (ok) return [];
    const row = rows.find((each) => each.caseId === caseId && each.taskId === taskId);
    const [first] = refusals;
    return [
      {
        key: `${caseId} ${taskId}`,
        title: row?.title ?? row?.number ?? caseId,
        text: first?.text ?? '',
        nextStep: first?.nextStep ?? '',
      },
    ];
  });
}
