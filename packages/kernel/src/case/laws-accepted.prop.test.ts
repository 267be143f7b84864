import { expect, test } from 'vitest';
import { licenceFlow } from './testing/deep-flow.examples.ts';
import { proveLaws } from './testing/prove-laws.examples.ts';
import { alwaysWanted, licenceWanted } from './testing/wanted.examples.ts';

/** Half a minute on a quiet core; other suites share it. */
const SLOW_CORE_MS = 900_000;

test(
  'the laws hold on a licence from its acceptance on: 700 runs of 200 acts',
  () => {
    const wanted = { ...alwaysWanted, ...licenceWanted };
    const seldom = proveLaws({ flows: licenceFlow, starts: ['accepted'], runs: 700, wanted });
    expect(seldom).toEqual([]);
  },
  SLOW_CORE_MS,
);
