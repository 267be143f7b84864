/** Many long runs in one test: the laws on every act, and a generator that is not blind. */
import fc from 'fast-check';
import type { FlowDefinition } from '../../flow/index.ts';
import { Coverage } from './coverage.examples.ts';
import { Breach, runOnce, type Plan, type Start } from './long-run.examples.ts';
import { shrunk } from './shrink.examples.ts';

export const ACTS_A_RUN = 200;

export interface Proof {
  readonly flows: fc.Arbitrary<FlowDefinition>;
  readonly starts: readonly Start[];
  readonly runs: number;
  /** How often each thing must have happened at least, over all runs. */
  readonly wanted: Readonly<Record<string, number>>;
}

/**
 * What happened less often than it should: empty where the runs have proven something.
 *
 * @throws Error with the seed, what is broken, and the shortest script that breaks it
 */
export function proveLaws({ flows, starts, runs, wanted }: Proof): readonly string[] {
  const coverage = new Coverage();
  const plans = planOf(flows, starts);
  const result = fc.check(
    fc.property(plans, (plan) => runOnce(plan, coverage)),
    { numRuns: runs, endOnFailure: true },
  );
  const { counterexample, errorInstance, seed } = result;
  if (counterexample !== null) {
    const best = errorInstance instanceof Breach ? shrunk(counterexample[0]) : errorInstance;
    throw new Error(`seed ${seed}: ${best instanceof Error ? best.message : String(best)}`);
  }
  const total = coverage.acts === runs * ACTS_A_RUN ? [] : [`${coverage.acts} acts`];
  return [...total, ...coverage.missing(wanted).map((said) => `${said} (seed ${seed})`)];
}

export function planOf(
  flows: fc.Arbitrary<FlowDefinition>,
  starts: readonly Start[],
): fc.Arbitrary<Plan> {
  return fc.record({
    flow: flows,
    start: fc.constantFrom(...starts),
    seeds: fc.noBias(
      fc.array(fc.nat(0x3fffffff), { minLength: ACTS_A_RUN, maxLength: ACTS_A_RUN, size: 'max' }),
    ),
  });
}
