/** Which report, and of when, as it stands in the address. Pure. */
export const REPORTS = ['topics', 'unsolved', 'ranking', 'statistics', 'circular'] as const;
export type ReportName = (typeof REPORTS)[number];

export interface ReportSearch {
  readonly report?: ReportName | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  /** `2026-11` */
  readonly month?: string | undefined;
}

export function readReportSearch(search: Readonly<Record<string, unknown>>): ReportSearch {
  const matching = (name: string, pattern: RegExp) => {
    const text = search[name];
    return typeof text === 'string' && pattern.test(text) ? { [name]: text } : {};
  };
  const report = REPORTS.find((name) => name === search['report']);
  return {
    ...(report === undefined ? {} : { report }),
    ...matching('from', /^\d{4}-\d{2}-\d{2}$/),
    ...matching('until', /^\d{4}-\d{2}-\d{2}$/),
    ...matching('month', /^\d{4}-\d{2}$/),
  };
}
