import type { ImportReport } from '../api/administration.ts';

/** How many items an import would write: those that are new and those that differ. */
export function importable(report: ImportReport): number {
  return (report.counts['new'] ?? 0) + (report.counts['changed'] ?? 0);
}

/** A stable order for people: by row, then by column as in the sheet. */
export function sortProblems(problems: ImportReport['problems']): ImportReport['problems'] {
  return problems.toSorted(
    (a, b) => a.row - b.row || (a.column ?? '').localeCompare(b.column ?? ''),
  );
}
