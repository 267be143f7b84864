import { requestJson } from './request.ts';

export interface ImportProblem {
  readonly row: number;
  /** Absent when the row as a whole is meant. */
  readonly column?: string;
  /** As a spreadsheet names it: 'C12'. */
  readonly cell?: string;
  readonly code: string;
  readonly text: string;
  readonly severity: 'error' | 'warning';
}

export interface ImportReport {
  /** Whether the catalogue is now as the file says; never with an error in it. */
  readonly isApplied: boolean;
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly problems: readonly ImportProblem[];
}

export interface DemoClock {
  readonly now: string;
  readonly isDemo: boolean;
}

export type ClockMove =
  | { readonly ms: number }
  /** To the morning of the n-th working day after today. */
  | { readonly workingDays: number };

export const administrationApi = {
  importItems: (file: File, isDryRun: boolean) => {
    const body = new FormData();
    body.append('file', file, file.name);
    return requestJson<ImportReport>({
      path: `/api/admin/items/import${isDryRun ? '?dryRun=1' : ''}`,
      method: 'POST',
      body,
    });
  },
  exportUrl: (format: 'csv' | 'xlsx') => `/api/admin/items/export?format=${format}`,
  demoClock: () => requestJson<DemoClock>({ path: '/api/demo/clock' }),
  moveClock: (move: ClockMove) =>
    requestJson<DemoClock>({ path: '/api/demo/clock', method: 'POST', body: move }),
};
