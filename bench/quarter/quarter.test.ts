import { beforeAll, describe, expect, test } from 'vitest';
import type { Misconduct } from './county.ts';
import { quarterText, type QuarterRun } from './quarter-text.ts';
import { runQuarter } from './run-quarter.ts';

/** What the law of a case forbids: each one planted has to be found, and nothing else. */
const EXACT: readonly Misconduct[] = [
  'step-overdue',
  'promise-overdue',
  'statute-overdue',
  'correction-late',
  'second-correction',
  'two-posts',
  'ping-pong',
  'recalls',
  'certified-before-payment',
  'fee-not-listed',
  'fee-above-list',
  'parked-procedure',
  'entered-afterwards',
];

describe('a simulated quarter, held against the rules of the pack', () => {
  const plan = { seed: 41, departments: 40, cases: 2_500 };
  let run: QuarterRun;
  beforeAll(async () => {
    run = await runQuarter(plan, '2026-07-01');
  });

  test.each(EXACT)('every %s is found, and nobody else is accused of it', (misconduct) => {
    const score = run.scores.find((one) => one.misconduct === misconduct);
    expect(score?.isTrue, `planted with seed ${plan.seed}`).toBeGreaterThan(0);
    expect(score?.missed).toEqual([]);
    expect(score?.wrong).toEqual([]);
  });

  test('the table names every misconduct with its rules', () => {
    const text = quarterText(run);
    for (const { misconduct, rules } of run.scores) {
      expect(text).toContain(`\`${misconduct}\``);
      expect(rules.length).toBeGreaterThan(0);
    }
  });
});
