/** Flows up to six levels deep with every kind of node, of licences and of internal approvals. */
import fc from 'fast-check';
import {
  lintFlow,
  subtree,
  type FlowDefinition,
  type FlowNode,
  type OnReject,
  type StepDuty,
  type StepPolicies,
} from '../../flow/index.ts';
import { intake, sequence, step } from './case.examples.ts';
import { agreement, conditions, delivery, fees, leaf, numbered } from './random-flow.examples.ts';

/** The root is one level; below it at most five composites lie between root and leaf. */
const DEPTH = 5;
/** A flow that nobody could read would only make the runs slow. */
const MOST_NODES = 60;

/** One person alone holds `p5`, the applicant alone `p6`, nobody `ghost`. */
const posts = fc.shuffledSubarray(['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'ghost'], {
  minLength: 1,
  maxLength: 3,
});

const policies: fc.Arbitrary<StepPolicies | undefined> = fc.constantFrom<StepPolicies | undefined>(
  undefined,
  undefined,
  { samePerson: 'skip' },
  { samePerson: 'skip', applicantHolds: { then: 'skip' }, nobody: { post: 'p4' } },
  { applicantHolds: { then: 'post', post: 'p3' }, nobody: { post: 'p2' } },
  { applicantHolds: { then: 'post', post: 'ghost' } },
  { timeOut: { then: 'approve' }, timeOutBasis: { law: 'a rule of the place', article: '1' } },
  { timeOut: { then: 'reject' } },
  { timeOut: { then: 'post', post: 'p3' } },
);

interface Kind {
  readonly duties: readonly StepDuty[];
  readonly rejects: readonly (OnReject | undefined)[];
}

const BEFORE: Kind = {
  duties: ['review', 'task'],
  rejects: [undefined, { then: 'continue' }, { then: 'deny' }, { then: 'return', to: 'intake' }],
};
const AFTER: Kind = { duties: ['task'], rejects: [undefined, { then: 'continue' }] };
const INTERNAL: Kind = {
  duties: ['review', 'task'],
  rejects: [{ then: 'continue' }, { then: 'continue' }, { then: 'return', to: 'filing' }],
};

function stepOf(kind: Kind): fc.Arbitrary<FlowNode> {
  return fc
    .record({
      duty: fc.constantFrom(...kind.duties),
      posts,
      agreement,
      onReject: fc.constantFrom(...kind.rejects),
      policies,
      hasLimit: fc.boolean(),
      extra: fc.nat(5),
    })
    .map(({ duty, agreement: rule, onReject, policies: system, hasLimit, extra, ...more }) => ({
      ...step('', duty, { posts: membersFor(rule.rule, more.posts), agreement: rule }),
      ...(onReject === undefined ? {} : { onReject }),
      ...(system === undefined ? {} : { policies: system }),
      ...(hasLimit || system?.timeOut !== undefined
        ? { limit: { amount: 2, unit: 'WD' as const } }
        : {}),
      ...(extra < 2 ? { form: { write: ['area'] } } : {}),
      ...(extra === 2 ? { opinion: 'required' as const } : {}),
    }));
}

/** The weights of a vote name the first post. */
function membersFor(rule: string, some: readonly string[]): readonly string[] {
  if (rule !== 'vote' || some.includes('p1')) return some;
  return ['p1', ...some];
}

/** The deeper, the more likely a leaf: most ways are short, some go all the way down. */
function treeOf(kind: Kind, depth: number): fc.Arbitrary<FlowNode> {
  const leaves = fc.oneof({ weight: 3, arbitrary: stepOf(kind) }, { weight: 1, arbitrary: leaf });
  if (depth === 0) return leaves;
  const inner = treeOf(kind, depth - 1);
  const when = fc.constantFrom(undefined, undefined, ...conditions);
  const branches = fc.array(fc.tuple(when, inner), { minLength: 2, maxLength: 3 });
  const composite = (build: 'parallel' | 'choice') =>
    branches.map((parts): FlowNode => ({
      kind: build,
      id: '',
      name: '',
      branches: parts.map(([condition, node], i) => {
        const told = build === 'choice' && i > 0 ? (condition ?? 'area > 50') : condition;
        const isDefault = build === 'choice' && i === 0;
        return { id: `b${i}`, node, ...(told === undefined || isDefault ? {} : { when: told }) };
      }),
    }));
  const children = fc.array(inner, { minLength: 1, maxLength: 3 });
  return fc.oneof(
    { weight: 3, arbitrary: leaves },
    { weight: 2, arbitrary: children.map((nodes) => sequence('', ...nodes)) },
    { weight: 3, arbitrary: composite('parallel') },
    { weight: 2, arbitrary: composite('choice') },
  );
}

function named(flow: FlowDefinition): FlowDefinition {
  let count = 0;
  const next = () => `n${(count += 1)}`;
  const main = numbered(flow.main, next);
  return flow.denied === undefined ? { main } : { main, denied: numbered(flow.denied, next) };
}

function isReadable({ main, denied }: FlowDefinition): boolean {
  return [main, ...(denied === undefined ? [] : [denied])].flatMap(subtree).length <= MOST_NODES;
}

const decision = step('', 'decision', { posts: ['p1', 'p2'] });

export const licenceFlow: fc.Arbitrary<FlowDefinition> = fc
  .record({
    before: fc.array(treeOf(BEFORE, DEPTH), { minLength: 1, maxLength: 3 }),
    rule: agreement,
    hasFees: fc.boolean(),
    after: fc.array(treeOf(AFTER, 2), { minLength: 0, maxLength: 1 }),
    denied: fc.option(treeOf(AFTER, 1), { nil: undefined }),
  })
  .map(({ before, rule, hasFees, after, denied }) => {
    const decided = { ...decision, agreement: rule };
    const paid = hasFees ? fees : [];
    const main = sequence('main', intake, ...before, decided, ...paid, ...after, delivery);
    return named(
      denied === undefined ? { main } : { main, denied: sequence('', denied, delivery) },
    );
  })
  .filter((flow) => isReadable(flow) && lintFlow(flow).length === 0);

export const internalFlow: fc.Arbitrary<FlowDefinition> = fc
  .array(treeOf(INTERNAL, DEPTH), { minLength: 1, maxLength: 4 })
  .map((children) => {
    const filing = step('filing', 'filing', { posts: [], form: { write: ['area'] } });
    return named({ main: sequence('main', filing, ...children) });
  })
  .filter((flow) => isReadable(flow) && lintFlow(flow, { lifecycle: 'internal' }).length === 0);
