import { expect, test } from 'vitest';
import { licenceFlow } from './testing/deep-flow.examples.ts';
import { proveLaws } from './testing/prove-laws.examples.ts';
import { filedWanted, licenceWanted } from './testing/wanted.examples.ts';

/** Half a minute on a quiet core; other suites share it. */
const SLOW_CORE_MS = 900_000;

test(
  'the laws hold on a licence from its filing, or with a material owed: 700 runs of 200 acts',
  () => {
    const wanted = { ...licenceWanted, ...filedWanted };
    const seldom = proveLaws({
      flows: licenceFlow,
      starts: ['received', 'owing'],
      runs: 700,
      wanted,
    });
    expect(seldom).toEqual([]);
  },
  SLOW_CORE_MS,
);
