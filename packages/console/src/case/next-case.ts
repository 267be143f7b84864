import type { TaskRow } from '@yichuang/contracts';

/**
 * The first row that is another case and that staff can go on with; the one just done may still be
 * listed, and one that waits for its applicant's correction has nothing to do in it.
 */
export function nextCase(rows: readonly TaskRow[], caseId: string): TaskRow | undefined {
  return rows.find((row) => row.caseId !== caseId && row.phase !== 'correction-pending');
}
