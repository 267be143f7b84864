/** Flows of every shape that the lint lets pass, for the laws that hold for all of them. */
import fc from 'fast-check';
import {
  lintFlow,
  type Agreement,
  type FlowDefinition,
  type FlowNode,
  type OnReject,
  type StepPolicies,
} from '../../flow/index.ts';
import { intake, sequence } from './case.examples.ts';

export const POSTS = ['p1', 'p2', 'p3', 'p4'] as const;

export const agreement: fc.Arbitrary<Agreement> = fc.oneof(
  fc.constant<Agreement>({ rule: 'one' }),
  fc.constantFrom('at-once' as const, 'when-all' as const).map((rejectCounts): Agreement => ({
    rule: 'any',
    rejectCounts,
  })),
  fc.constantFrom('at-once' as const, 'hear-all' as const).map((rejectCounts): Agreement => ({
    rule: 'all',
    rejectCounts,
  })),
  fc.constant<Agreement>({ rule: 'in-turn' }),
  fc
    .tuple(fc.constantFrom(0.5, 2 / 3, 0.75), fc.boolean(), fc.integer({ min: 1, max: 3 }))
    .map(([share, isStrict, weight]): Agreement => ({
      rule: 'vote',
      share,
      isStrict,
      weights: { p1: weight },
    })),
);

const onReject: fc.Arbitrary<OnReject | undefined> = fc.constantFrom<OnReject | undefined>(
  undefined,
  { then: 'continue' },
  { then: 'deny' },
  { then: 'return', to: 'intake' },
);

const posts = fc
  .shuffledSubarray(['p2', 'p3', 'p4', 'ghost'], { minLength: 0, maxLength: 3 })
  .map((others) => ['p1', ...others]);

/** Mostly none: the more the system does, the less is left for people to do. */
const policies: fc.Arbitrary<StepPolicies | undefined> = fc.constantFrom<StepPolicies | undefined>(
  undefined,
  undefined,
  undefined,
  { samePerson: 'skip' },
  { samePerson: 'skip', applicantHolds: { then: 'skip' }, nobody: { post: 'p4' } },
  { applicantHolds: { then: 'post', post: 'ghost' }, nobody: { post: 'p2' } },
  { timeOut: { then: 'approve' }, timeOutBasis: { law: 'a rule of the place', article: '1' } },
  { timeOut: { then: 'post', post: 'p3' } },
);

type Phase = 'review' | 'after';

function stepIn(phase: Phase): fc.Arbitrary<FlowNode> {
  return fc
    .record({
      duty: phase === 'review' ? fc.constantFrom('review' as const, 'task' as const) : task,
      posts,
      agreement,
      reject: onReject,
      hasLimit: fc.boolean(),
      canWrite: fc.boolean(),
      system: policies,
    })
    .map(({ duty, reject, hasLimit, canWrite, system, ...rest }) => ({
      kind: 'step' as const,
      id: '',
      name: '',
      duty,
      ...rest,
      ...(system === undefined ? {} : { policies: system }),
      ...(hasLimit || system?.timeOut !== undefined
        ? { limit: { amount: 2, unit: 'WD' as const } }
        : {}),
      ...(canWrite ? { form: { write: ['area'] } } : {}),
      ...(reject === undefined || (phase === 'after' && reject.then !== 'continue')
        ? {}
        : { onReject: reject }),
    }));
}
const task = fc.constant('task' as const);

export const leaf = fc.constantFrom<FlowNode>(
  { kind: 'wait', id: '', name: '', until: 'special-procedure-ended' },
  { kind: 'wait', id: '', name: '', until: 'message' },
  { kind: 'wait', id: '', name: '', until: 'time', limit: { amount: 2, unit: 'WD' } },
  { kind: 'wait', id: '', name: '', until: 'time', limit: { amount: 4, unit: 'CD' } },
  { kind: 'automatic', id: '', name: '', does: { action: 'issue-document', template: 'note' } },
  { kind: 'automatic', id: '', name: '', does: { action: 'copy', posts: ['p1', 'p4'] } },
  { kind: 'subcases', id: '', name: '', parts: [{ id: 'x', itemCode: 'x' }] },
  {
    kind: 'subcases',
    id: '',
    name: '',
    parts: [
      { id: 'x', itemCode: 'x', when: 'area > 40' },
      { id: 'y', itemCode: 'y' },
    ],
  },
  {
    kind: 'subcases',
    id: '',
    name: '',
    parts: [
      { id: 'x', itemCode: 'x', after: ['y'], when: 'parts.y = "granted"' },
      { id: 'y', itemCode: 'y' },
      { id: 'z', itemCode: 'z', after: ['x'] },
    ],
  },
);

export const conditions = ['area > 60', 'area > 40', 'area <= 60', 'parts.y = "denied"'] as const;

/** A tree of at most `depth` composites above its leaves. */
function treeOf(phase: Phase, depth: number): fc.Arbitrary<FlowNode> {
  const leaves = fc.oneof({ weight: 4, arbitrary: stepIn(phase) }, { weight: 1, arbitrary: leaf });
  if (depth === 0) return leaves;
  const inner = treeOf(phase, depth - 1);
  const children = fc.array(inner, { minLength: 1, maxLength: 3 });
  const branches = fc.array(fc.tuple(fc.constantFrom(undefined, ...conditions), inner), {
    minLength: 2,
    maxLength: 3,
  });
  return fc.oneof(
    { weight: 2, arbitrary: leaves },
    {
      weight: 2,
      arbitrary: children.map((nodes): FlowNode => ({
        kind: 'sequence',
        id: '',
        name: '',
        children: nodes,
      })),
    },
    {
      weight: 2,
      arbitrary: branches.map((parts): FlowNode => ({
        kind: 'parallel',
        id: '',
        name: '',
        branches: parts.map(([when, node], i) => ({
          id: `b${i}`,
          node,
          ...(when === undefined ? {} : { when }),
        })),
      })),
    },
    {
      weight: 1,
      arbitrary: branches.map((parts): FlowNode => ({
        kind: 'choice',
        id: '',
        name: '',
        branches: parts.map(([when, node], i) => ({
          id: `b${i}`,
          node,
          ...(i === 0 ? {} : { when: when ?? 'area > 50' }),
        })),
      })),
    },
  );
}

/** Gives each node its id, `n1`, `n2`, … in the order in which they are drawn. */
export function numbered(node: FlowNode, next: () => string): FlowNode {
  const id = node.id === '' ? next() : node.id;
  switch (node.kind) {
    case 'sequence':
      return { ...node, id, name: id, children: node.children.map((c) => numbered(c, next)) };
    case 'choice':
    case 'parallel':
      return {
        ...node,
        id,
        name: id,
        branches: node.branches.map((b) => ({ ...b, node: numbered(b.node, next) })),
      };
    case 'step':
    case 'subcases':
    case 'automatic':
    case 'wait':
      return { ...node, id, name: id };
  }
}

export const fees: readonly FlowNode[] = [
  { kind: 'automatic', id: '', name: '', does: { action: 'assess-fee' } },
  { kind: 'wait', id: '', name: '', until: 'payment' },
  { kind: 'automatic', id: '', name: '', does: { action: 'issue-certificate' } },
];

const decision = fc
  .record({ posts, agreement })
  .map((parts): FlowNode => ({ kind: 'step', id: '', name: '', duty: 'decision', ...parts }));

export const delivery: FlowNode = {
  kind: 'step',
  id: '',
  name: '',
  duty: 'delivery',
  posts: ['p1'],
  agreement: { rule: 'one' },
};

/** Sound by the lint; depth counts the composites between root and leaves. */
export const soundFlow: fc.Arbitrary<FlowDefinition> = fc
  .record({
    before: fc.array(treeOf('review', 3), { minLength: 0, maxLength: 3 }),
    decision,
    isTwice: fc.boolean(),
    hasFees: fc.boolean(),
    hasDelivery: fc.boolean(),
    after: fc.array(treeOf('after', 2), { minLength: 0, maxLength: 2 }),
    denied: fc.option(treeOf('after', 2), { nil: undefined }),
  })
  .map((parts): FlowDefinition => {
    let count = 0;
    const next = () => `n${(count += 1)}`;
    // A choice between two decisions: whatever is chosen, one is made.
    const decided: FlowNode = parts.isTwice
      ? {
          kind: 'choice',
          id: '',
          name: '',
          branches: [
            { id: 'b0', node: parts.decision },
            { id: 'b1', when: 'area > 55', node: parts.decision },
          ],
        }
      : parts.decision;
    const main = numbered(
      sequence(
        'main',
        intake,
        ...parts.before,
        decided,
        ...(parts.hasFees ? fees : []),
        ...parts.after,
        ...(parts.hasDelivery ? [delivery] : []),
      ),
      next,
    );
    if (parts.denied === undefined) return { main };
    return { main, denied: numbered(sequence('', parts.denied, delivery), next) };
  })
  .filter((flow) => lintFlow(flow).length === 0);

/**
 * A newer version: the first thing between intake and decision is gone, or a task is added at the
 * end. What it cannot stand in is refused when the case is moved.
 */
export function nextVersion(flow: FlowDefinition, version: number): FlowDefinition {
  if (flow.main.kind !== 'sequence') return flow;
  const { children } = flow.main;
  const [, first] = children;
  const shorter = {
    ...flow,
    main: { ...flow.main, children: children.filter((c) => c !== first) },
  };
  if (version % 2 === 0 && lintFlow(shorter).length === 0) return shorter;
  const added: FlowNode = {
    kind: 'step',
    id: `v${version}`,
    name: 'added',
    duty: 'task',
    posts: ['p2'],
    agreement: { rule: 'one' },
  };
  return { ...flow, main: { ...flow.main, children: [...children, added] } };
}
