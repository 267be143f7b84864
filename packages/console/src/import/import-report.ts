import type { ImportReport } from '../api/administration.ts';

/** How many items an import would write; none while one row has an error: all or nothing. */
export function importable(report: ImportReport): number {
  const isBroken = report.problems.some(({ severity }) => severity === 'error');
  return isBroken ? 0 : report.added + report.changed;
}

/** A stable order for people: by row, then by column as in the sheet. */
export function sortProblems(problems: ImportReport['problems']): ImportReport['problems'] {
  return problems.toSorted(
    (a, b) => a.row - b.row || (a.column ?? '').localeCompare(b.column ?? ''),
  );
}
