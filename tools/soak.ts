// npm run soak -- --minutes 10 --seed 7: the laws of `npm test`, for as long as one likes. Prints
// what was covered; on a breach the seed and the shortest script that shows it, and exit code 1.

import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { Coverage } from '../packages/kernel/src/case/testing/coverage.examples.ts';
import {
  internalFlow,
  licenceFlow,
} from '../packages/kernel/src/case/testing/deep-flow.examples.ts';
import { Breach, runOnce } from '../packages/kernel/src/case/testing/long-run.examples.ts';
import { planOf } from '../packages/kernel/src/case/testing/prove-laws.examples.ts';
import { shrunk } from '../packages/kernel/src/case/testing/shrink.examples.ts';

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '10' }, seed: { type: 'string' } },
});
const minutes = Number(values.minutes);
const first = Number(values.seed ?? Date.now() % 1_000_000_000);
if (!(minutes > 0) || !Number.isInteger(first)) {
  process.stderr.write('usage: npm run soak -- [--minutes 10] [--seed N]\n');
  process.exit(2);
}

/** Few at a time, so that a seed names a small batch. */
const BATCH = 20;
const plans = fc.oneof(
  { weight: 2, arbitrary: planOf(licenceFlow, ['accepted', 'accepted', 'received', 'owing']) },
  { weight: 1, arbitrary: planOf(internalFlow, ['internal']) },
);

const coverage = new Coverage();
const started = Date.now();
const seconds = () => (Date.now() - started) / 1000;
let seed = first;

process.stdout.write(`seed ${first}, ${minutes} minutes\n`);
for (; seconds() < minutes * 60; seed += 1) {
  for (const plan of fc.sample(plans, { numRuns: BATCH, seed })) {
    try {
      runOnce(plan, coverage);
    } catch (error) {
      process.stdout.write(`seed ${seed} breaks a law; shrinking\n`);
      const best = error instanceof Breach ? shrunk(plan) : error;
      process.stdout.write(`${best instanceof Error ? best.message : String(best)}\n`);
      process.exit(1);
    }
  }
  if (seed % 25 === 0) process.stdout.write(`${summary()}\n`);
}
process.stdout.write(`${coverage.table()}\n${summary()}\n`);

function summary(): string {
  const rate = Math.round(coverage.acts / Math.max(1, seconds()));
  return `seed ${seed}: ${coverage.runs} runs, ${coverage.acts} acts, ${rate} a second`;
}
