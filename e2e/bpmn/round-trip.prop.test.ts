import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exportFlow, importBpmn } from '../../packages/server/src/bpmn/index.ts';
import { decoratedFlow } from './decorated-flow.examples.ts';

const seed = 20261122;
const SLOW_CORE_MS = 120_000;

describe('a flow that was exported', () => {
  test(
    'imports as the same flow, with nothing left to suggest',
    async () => {
      await fc.assert(
        fc.asyncProperty(decoratedFlow, async (flow) => {
          const imported = await importBpmn(await exportFlow(flow, { name: '试验' }));
          expect(imported).toMatchObject({ suggestions: [] });
          expect('flow' in imported ? imported.flow : imported).toEqual(flow);
        }),
        { seed, numRuns: 250 },
      );
    },
    SLOW_CORE_MS,
  );
});
