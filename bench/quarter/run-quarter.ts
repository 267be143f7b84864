/** The quarter against the rules of the pack, as they are published. */
import { join } from 'node:path';
import { loadPack } from '../../packages/server/src/catalogue/index.ts';
import { loadStatutes } from '../../packages/server/src/statutes/index.ts';
import { compileRules, packRules } from '../../packages/server/src/supervision/index.ts';
import { expected } from './expected.ts';
import type { QuarterRun } from './quarter-text.ts';
import { scoreQuarter } from './score.ts';
import { simulate, type QuarterPlan } from './simulate.ts';

const packs = join(import.meta.dirname, '../../packs');

export const quarters: Readonly<Record<'full' | 'quick', QuarterPlan>> = {
  full: { seed: 2026, departments: 40, cases: 60_000 },
  quick: { seed: 2026, departments: 8, cases: 400 },
};

/** @param on today, as it stands above the table */
export async function runQuarter(plan: QuarterPlan, on: string): Promise<QuarterRun> {
  const [statutes, pack] = await Promise.all([
    loadStatutes(),
    loadPack(join(packs, 'demo-county'), { overlays: [join(packs, 'supervision')] }),
  ]);
  const watcher = compileRules(packRules(pack.supervision));
  const startedAt = performance.now();
  const result = scoreQuarter(simulate(plan, statutes), statutes, watcher, expected);
  return { ...plan, ...result, on, seconds: (performance.now() - startedAt) / 1000 };
}
