// Reads vitest's JSON report: totals for the last line of `npm test`, and a line per suite.

import { relative } from 'node:path';

/** The part of vitest's JSON report that is read here. */
export interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly startTime: number;
    readonly endTime: number;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

export interface Totals {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/**
 * Totals over all suites. A file that failed before its first test counts as one failure, and so
 * does a run that failed although every test passed (an unhandled rejection, a failed set-up, no
 * report at all): "0 failed" is printed only for a run that vitest itself calls green.
 */
export function totals(report: VitestReport | undefined, exitCode: number): Totals {
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0 };
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((t) => t.status === 'failed'),
  ).length;
  const failed = report.numFailedTests + broken;
  const passed = report.numPassedTests;
  const isRedWithoutReason = exitCode !== 0 && failed === 0 && passed > 0;
  return {
    passed,
    failed: isRedWithoutReason ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** The last line: `N passed, N failed`, and `, N skipped` only when there are any. */
export function summarise({ passed, failed, skipped }: Totals): string {
  return `${passed} passed, ${failed} failed` + (skipped > 0 ? `, ${skipped} skipped` : '');
}

/** One line per suite: name, files, tests, seconds from its first start to its last end. */
export function describeSuites(report: VitestReport, root: string): string[] {
  return ['unit', 'pg', 'e2e'].flatMap((suite) => {
    const files = report.testResults.filter((file) => suiteOf(relative(root, file.name)) === suite);
    if (files.length === 0) return [];
    const start = Math.min(...files.map((file) => file.startTime));
    const end = Math.max(...files.map((file) => file.endTime));
    const tests = files.reduce((sum, file) => sum + file.assertionResults.length, 0);
    const seconds = ((end - start) / 1000).toFixed(1);
    return [`${suite}: ${tests} tests in ${files.length} files, ${seconds} s`];
  });
}

function suiteOf(path: string): string {
  if (path.startsWith('e2e')) return 'e2e';
  return path.endsWith('.pg.test.ts') ? 'pg' : 'unit';
}
