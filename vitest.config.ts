import { defineConfig } from 'vitest/config';

// Three suites, one after another: the browser's journeys measure nothing, but they wait for
// pages, and two cores full of property tests make every page look hung.
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
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'pg',
          include: ['packages/**/*.pg.test.ts', 'bench/**/*.pg.test.ts'],
          globalSetup: ['packages/server/src/platform/db/test-cluster.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['e2e/**/*.spec.ts'],
          globalSetup: ['e2e/global-setup.ts'],
          testTimeout: 180_000,
          // The default second is short for a page on a busy core.
          expect: { poll: { timeout: 10_000 } },
          hookTimeout: 120_000,
          // Each file has a server and a browser of its own; they wait more than they work.
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
