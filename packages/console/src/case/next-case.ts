import type { TaskRow } from '@yichuang/contracts';

/** The first row that is another case; the one just done may still be listed. */
export function nextCase(rows: readonly TaskRow[], caseId: string): TaskRow | undefined {
  return rows.find((row) => row.caseId !== caseId);
}
