import { describe, expect, it } from 'vitest';
import { describeSuites, summarise, totals } from './test-totals.ts';
import type { VitestReport } from './test-totals.ts';

type File = VitestReport['testResults'][number];

function file(name: string, statuses: string[], extra: Partial<File> = {}): File {
  return {
    name: `/repo/${name}`,
    status: statuses.includes('failed') ? 'failed' : 'passed',
    startTime: 1000,
    endTime: 3500,
    assertionResults: statuses.map((status) => ({ status })),
    ...extra,
  };
}

function report(...files: File[]): VitestReport {
  const count = (status: string) =>
    files.flatMap((f) => f.assertionResults).filter((t) => t.status === status).length;
  return {
    numPassedTests: count('passed'),
    numFailedTests: count('failed'),
    numPendingTests: count('skipped'),
    numTodoTests: count('todo'),
    testResults: files,
  };
}

describe('totals of a run', () => {
  it('adds up all suites and shows skipped tests only when there are any', () => {
    const green = report(
      file('a.test.ts', ['passed', 'passed']),
      file('e2e/b.spec.ts', ['passed']),
    );
    expect(summarise(totals(green, 0))).toBe('3 passed, 0 failed');
    const mixed = report(file('a.test.ts', ['passed', 'failed', 'skipped', 'todo']));
    expect(summarise(totals(mixed, 1))).toBe('1 passed, 1 failed, 2 skipped');
  });

  it('counts a file that broke before its first test as one failure', () => {
    const broken = report(
      file('a.test.ts', ['passed']),
      file('b.test.ts', [], { status: 'failed' }),
    );
    expect(totals(broken, 1)).toEqual({ passed: 1, failed: 1, skipped: 0 });
  });

  it('never calls a run green that vitest calls red', () => {
    expect(totals(report(file('a.test.ts', ['passed'])), 1).failed).toBe(1);
    expect(totals(undefined, 1).failed).toBe(1);
  });

  it('says no test ran rather than inventing a failure', () => {
    expect(totals(report(), 1)).toEqual({ passed: 0, failed: 0, skipped: 0 });
  });

  it('groups files by suite with wall time', () => {
    const all = report(
      file('packages/kernel/src/a.test.ts', ['passed']),
      file('packages/server/src/b.pg.test.ts', ['passed', 'passed'], { startTime: 0 }),
    );
    expect(describeSuites(all, '/repo')).toEqual([
      'unit: 1 tests in 1 files, 2.5 s',
      'pg: 2 tests in 1 files, 3.5 s',
    ]);
  });
});
