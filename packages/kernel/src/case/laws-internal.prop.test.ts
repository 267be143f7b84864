import { expect, test } from 'vitest';
import { internalFlow } from './testing/deep-flow.examples.ts';
import { proveLaws } from './testing/prove-laws.examples.ts';
import { alwaysWanted } from './testing/wanted.examples.ts';

/** Half a minute on a quiet core; other suites share it. */
const SLOW_CORE_MS = 900_000;

test(
  'the laws hold on an approval within the offices: 700 runs of 200 acts',
  () => {
    const wanted = { ...alwaysWanted, 'act ResubmitCase': 100 };
    const seldom = proveLaws({ flows: internalFlow, starts: ['internal'], runs: 700, wanted });
    expect(seldom).toEqual([]);
  },
  SLOW_CORE_MS,
);
