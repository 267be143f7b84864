import { describe, expect, test } from 'vitest';
import {
  lintFlow,
  type FlowDefinition,
  type FlowNode,
  type FlowProblemCode,
  type LintContext,
  type StepNode,
  type SubcasePart,
} from './index.ts';

const basis = { law: 'a local rule', article: '1' };
const limit = { amount: 3, unit: 'WD' } as const;

function step(id: string, duty: StepNode['duty'], more: Partial<StepNode> = {}): StepNode {
  const posts = duty === 'filing' ? [] : ['known'];
  return { kind: 'step', id, name: id, duty, posts, agreement: { rule: 'one' }, ...more };
}
const licence = (...nodes: readonly FlowNode[]): FlowDefinition => ({
  main: {
    kind: 'sequence',
    id: 'main',
    name: 'main',
    children: [step('i', 'intake'), ...nodes, step('d', 'decision')],
  },
});
const office = (...nodes: readonly FlowNode[]): FlowDefinition => ({
  main: { kind: 'sequence', id: 'main', name: 'main', children: [step('f', 'filing'), ...nodes] },
});
const parts = (...of: readonly SubcasePart[]): FlowNode => ({
  kind: 'subcases',
  id: 'sub',
  name: 'sub',
  parts: of,
});
const wait = (more: Partial<Extract<FlowNode, { kind: 'wait' }>>): FlowNode => ({
  kind: 'wait',
  id: 'w',
  name: 'w',
  until: 'time',
  ...more,
});
const copy = (...posts: readonly string[]): FlowNode => ({
  kind: 'automatic',
  id: 'c',
  name: 'c',
  does: { action: 'copy', posts },
});
const review = (policies: NonNullable<StepNode['policies']>, more: Partial<StepNode> = {}) =>
  step('a', 'review', { limit, policies, ...more });

const context: LintContext = {
  knownPosts: new Set(['known']),
  parses: (condition) => !condition.includes('?'),
};
const internal: LintContext = { ...context, lifecycle: 'internal' };

type Problems = readonly (readonly [FlowProblemCode, string])[];
const rows: readonly [string, FlowDefinition, Problems, LintContext?][] = [
  [
    'a part that waits for one that there is not',
    licence(parts({ id: 'x', itemCode: '1', after: ['ghost'] }, { id: 'y', itemCode: '2' })),
    [['unknown-part', 'sub']],
  ],
  [
    'parts that wait for each other',
    licence(
      parts(
        { id: 'x', itemCode: '1', after: ['y'] },
        { id: 'y', itemCode: '2', after: ['x'] },
        { id: 'z', itemCode: '3' },
      ),
    ),
    [['cyclic-parts', 'sub']],
  ],
  [
    'a part that waits for itself',
    licence(parts({ id: 'x', itemCode: '1', after: ['x'] })),
    [['cyclic-parts', 'sub']],
  ],
  [
    'a part whose condition is no FEEL',
    licence(parts({ id: 'x', itemCode: '1', when: '?' })),
    [['bad-condition', 'sub']],
  ],
  [
    'parts in an order',
    licence(
      parts(
        { id: 'x', itemCode: '1' },
        { id: 'y', itemCode: '2', after: ['x'], when: 'parts.x = "granted"' },
        { id: 'z', itemCode: '3', after: ['x', 'y'] },
      ),
    ),
    [],
  ],
  ['a wait for how long', licence(wait({})), [['wait-without-limit', 'w']]],
  ['a wait for no time', licence(wait({ limit: { amount: 0, unit: 'CD' } })), [['bad-limit', 'w']]],
  ['a wait for some time', licence(wait({ limit })), []],
  ['a copy to nobody', licence(copy()), [['copy-without-post', 'c']]],
  ['a copy to a post that there is not', licence(copy('ghost')), [['unknown-post', 'c']]],
  ['a copy', licence(copy('known')), []],
  [
    'policies with posts that there are not',
    licence(
      review({
        applicantHolds: { then: 'post', post: 'x' },
        nobody: { post: 'y' },
        timeOut: { then: 'post', post: 'z' },
      }),
    ),
    [
      ['unknown-post', 'a'],
      ['unknown-post', 'a'],
      ['unknown-post', 'a'],
    ],
  ],
  [
    'a decision by the system',
    licence(step('a', 'decision', { limit, policies: { samePerson: 'skip' } })),
    [
      ['duty-after-decision', 'd'],
      ['policy-decides', 'a'],
    ],
  ],
  [
    'a denial by silence',
    licence(
      review({ timeOut: { then: 'reject' }, timeOutBasis: basis }, { onReject: { then: 'deny' } }),
    ),
    [['policy-decides', 'a']],
  ],
  [
    'silence that means yes without a law that says so',
    licence(review({ timeOut: { then: 'approve' } })),
    [['time-out-without-basis', 'a']],
  ],
  [
    'time that is out without a limit',
    licence(step('a', 'review', { policies: { timeOut: { then: 'post', post: 'known' } } })),
    [['time-out-without-limit', 'a']],
  ],
  [
    'everything that may be done at a review',
    licence(
      review({
        samePerson: 'skip',
        applicantHolds: { then: 'skip' },
        nobody: { post: 'known' },
        timeOut: { then: 'approve' },
        timeOutBasis: basis,
      }),
    ),
    [],
  ],
  [
    'within the offices silence needs no law',
    office(step('a', 'task', { limit, policies: { timeOut: { then: 'reject' } } })),
    [],
    internal,
  ],
  [
    'within the offices there are no fees and certificates',
    office(
      { kind: 'automatic', id: 'fee', name: '', does: { action: 'assess-fee' } },
      { kind: 'wait', id: 'pay', name: '', until: 'payment' },
      step('a', 'task'),
    ),
    [
      ['licensing-node', 'fee'],
      ['licensing-node', 'pay'],
    ],
    internal,
  ],
];

describe('lint of parts, waits, copies and policies', () => {
  test.each(rows)('%s', (_why, flow, problems, of = context) => {
    const found = lintFlow(flow, of).map(({ code, nodeId }) => [code, nodeId]);
    expect(found).toEqual(problems);
  });
});
