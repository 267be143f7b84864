/** Where a row leads, and what may be done with it at once. Pure. */
import type { TaskRow } from '@yichuang/contracts';

/** Steps in which a plain approval is all that is asked; the server asks again. */
const BATCH_DUTIES: ReadonlySet<string> = new Set(['task', 'review']);

/** What came back to the applicant is changed and sent off again, on its own page. */
export function isReturned(row: TaskRow): boolean {
  return row.duty === 'filing';
}

export function isBatchable(row: TaskRow): boolean {
  return row.taskId !== undefined && BATCH_DUTIES.has(row.duty ?? '') && !isLetter(row);
}

/** Of what has a title of its own only approvals within the offices are "in progress". */
function isLetter({ title, phase }: TaskRow): boolean {
  return title !== undefined && phase !== 'in-progress';
}

/** An approval within the offices that can be decided from its card. */
export function isCard(row: TaskRow): boolean {
  return row.title !== undefined && isBatchable(row);
}

/** Two rows of one case differ by their task or by what came to read. */
export function rowKey(row: TaskRow): string {
  return `${row.caseId} ${row.taskId ?? ''} ${row.readingId ?? ''}`;
}
