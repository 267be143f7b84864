/**
 * The kernel and bpmn-engine, side by side on the same flow: after every act the same things are
 * open. Returns and the policies of steps are left out, since BPMN has no word for them.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  subtree,
  type FlowDefinition,
  type FlowNode,
} from '../../packages/kernel/src/flow/index.ts';
import { evaluate } from '../../packages/kernel/src/case/testing/case.examples.ts';
import { soundFlow } from '../../packages/kernel/src/case/testing/random-flow.examples.ts';
import { elementId } from '../../packages/server/src/bpmn/element-id.ts';
import { evaluate as evaluateFeel } from 'feelin';
import { exportFlow } from '../../packages/server/src/bpmn/index.ts';
import { EngineRun, type Waiting } from './engine-run.examples.ts';
import { KernelRun } from './kernel-run.examples.ts';

const seed = Number(process.env['YICHUANG_SEED'] ?? 20261122);
const FLOWS = 500;
/** Two of three; the largest cost the engine seconds each and say nothing more. */
const MOST_NODES = 32;
const MOST_ACTS = 400;
/** 25 s of a core of its own; a core that many share takes four times as long. */
const SLOW_CORE_MS = 300_000;

/** The engine as it is gets these right; the others need merges that wait (see EngineRun). */
function isPlain(node: FlowNode, isInSplit = false): boolean {
  if (node.kind === 'sequence') return node.children.every((child) => isPlain(child, isInSplit));
  if (node.kind === 'choice') {
    return !isInSplit && node.branches.every((b) => isPlain(b.node, isInSplit));
  }
  if (node.kind === 'parallel') {
    return node.branches.every((b) => b.when === undefined && isPlain(b.node, true));
  }
  if (node.kind === 'subcases') return node.parts.every((part) => part.when === undefined);
  return true;
}

/** Of the random flows; what else the engine resolves is the name of something. */
const IS_CONDITION = /^(?:area |parts\.)/u;

/** Acts of the system by a step's own policies have no word in BPMN. */
function withoutPolicies(node: FlowNode): FlowNode {
  if (node.kind === 'step') {
    const { policies: _, ...step } = node;
    return step;
  }
  if (node.kind === 'sequence') return { ...node, children: node.children.map(withoutPolicies) };
  if (node.kind !== 'choice' && node.kind !== 'parallel') return node;
  const branches = node.branches.map((b) => ({ ...b, node: withoutPolicies(b.node) }));
  return { ...node, branches };
}

async function compare(flow: FlowDefinition, area: number, order: readonly number[]) {
  const kernel = new KernelRun(flow, { area });
  const engine = await EngineRun.start(await exportFlow(flow, { name: 'flow' }), {
    mergesWait: !isPlain(flow.main),
    holds(text) {
      return IS_CONDITION.test(text) ? evaluate(text, kernel.data()) === true : undefined;
    },
    // What is exported is for other engines: ours counts votes by itself and refuses loops.
    isDecided: (condition, votes) => evaluateFeel(condition, { votes }).value === true,
  });
  const unattended = new Map(
    subtree(flow.main)
      .filter((node) => node.kind === 'automatic' || node.kind === 'wait')
      .map(({ id }) => [elementId(id), id]),
  );
  // What the kernel does at once, such as a payment where nothing is due, the engine is told.
  const isPassed = (open: Waiting): boolean => {
    const nodeId = unattended.get(open.elementId);
    return nodeId !== undefined && kernel.isDone(nodeId);
  };
  for (let act = 0; act < MOST_ACTS; act += 1) {
    for (let passed = engine.open().find(isPassed); passed !== undefined;) {
      engine.finish(passed.elementId);
      passed = engine.open().find(isPassed);
    }
    const open = kernel.open();
    const same = engine.open().map(({ elementId: id, index }) => ({ elementId: id, index }));
    expect(same).toEqual(open);
    if (open.length === 0) break;
    const { elementId: id, index, weight } = kernel.finish(order[act % order.length] ?? 0);
    engine.finish(id, index, { verdict: 'approved', weight });
  }
  expect([engine.isEnded, kernel.isEnded]).toEqual([true, true]);
}

test(
  `the same is open after every act, in the kernel and in bpmn-engine (seed ${seed})`,
  async () => {
    let plain = 0;
    await fc.assert(
      fc.asyncProperty(
        soundFlow
          .filter((flow) => subtree(flow.main).length <= MOST_NODES)
          .map(({ main }): FlowDefinition => ({ main: withoutPolicies(main) })),
        fc.constantFrom(30, 50, 58, 70),
        fc.array(fc.nat(20), { minLength: 1, maxLength: 30 }),
        async (flow, area, order) => {
          await compare(flow, area, order);
          if (isPlain(flow.main)) plain += 1;
        },
      ),
      { seed, numRuns: FLOWS },
    );
    expect(plain).toBeGreaterThan(100);
  },
  SLOW_CORE_MS,
);
