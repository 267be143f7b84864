import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

// Servers and command lines that tests start load the same modules: a third of each start.
process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, 'node_modules/.cache/compile');

// Three suites, one after another: the browser's journeys measure nothing, but they wait for
// pages, and two cores full of property tests make every page look hung.

/** Vitest leaves a core free, which on two cores leaves one; nobody watches a whole run. */
const everyCore = '100%';

/** For a test that hangs. How long one may take on a busy machine is no rule of ours. */
const patience = {
  testTimeout: 120_000,
  hookTimeout: 120_000,
  // The default second is short for an answer on a busy core.
  expect: { poll: { timeout: 30_000 } },
};

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            'packages/*/src/**/*.test.{ts,tsx}',
            'tools/**/*.test.ts',
            'bench/**/*.test.ts',
            'packs/**/*.test.ts',
            'e2e/**/*.test.ts',
          ],
          exclude: ['**/*.pg.test.ts', '**/node_modules/**'],
          // Files share a process: half of the time went into loading the same modules 285 times.
          isolate: false,
          maxWorkers: everyCore,
          ...patience,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'pg',
          include: ['packages/**/*.pg.test.ts', 'bench/**/*.pg.test.ts'],
          globalSetup: ['packages/server/src/platform/db/test-cluster.ts'],
          isolate: false,
          ...patience,
          maxWorkers: everyCore,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['e2e/**/*.spec.ts'],
          globalSetup: ['e2e/global-setup.ts'],
          ...patience,
          testTimeout: 180_000,
          hookTimeout: 240_000,
          // Each file has a server and a browser of its own; they wait more than they work.
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
