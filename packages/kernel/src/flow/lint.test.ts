import { describe, expect, test } from 'vitest';
import {
  lintFlow,
  type FlowDefinition,
  type FlowNode,
  type FlowProblemCode,
  type LintContext,
  type StepNode,
} from './index.ts';

/** Those of approvals within the offices have their rows in lint-internal.test.ts. */
/** And those of parts, waits and policies in lint-policies.test.ts. */
type MovingCode =
  | 'unknown-part'
  | 'cyclic-parts'
  | 'wait-without-limit'
  | 'copy-without-post'
  | 'policy-decides'
  | 'time-out-without-limit'
  | 'time-out-without-basis';
type InternalCode =
  | 'no-filing'
  | 'filing-not-first'
  | 'filing-is-the-applicants'
  | 'filing-in-a-licence'
  | 'licensing-duty'
  | 'denied-without-licence'
  | 'licensing-node';

type StepParts = Partial<Omit<StepNode, 'kind' | 'id' | 'duty'>>;

function step(id: string, duty: StepNode['duty'] = 'review', more: StepParts = {}): StepNode {
  return { kind: 'step', id, name: id, duty, posts: [id], agreement: { rule: 'one' }, ...more };
}
function sequence(id: string, ...children: readonly FlowNode[]): FlowNode {
  return { kind: 'sequence', id, name: id, children };
}
/** Branches `a`, `b`, … with these conditions, '' for none. */
function split(
  kind: 'choice' | 'parallel',
  id: string,
  ...parts: readonly (readonly [when: string, node: FlowNode])[]
): FlowNode {
  const branches = parts.map(([when, node], i) => ({
    id: 'abc'.charAt(i),
    node,
    ...(when === '' ? {} : { when }),
  }));
  return { kind, id, name: id, branches };
}
const intake = step('intake', 'intake');
const decision = step('decision', 'decision');
const delivery = step('delivery', 'delivery');
const automatic = (id: string, action: 'assess-fee' | 'issue-certificate'): FlowNode => ({
  kind: 'automatic',
  id,
  name: id,
  does: { action },
});
const assess = automatic('assess', 'assess-fee');
const issue = automatic('issue', 'issue-certificate');
const payment: FlowNode = { kind: 'wait', id: 'payment', name: 'pay', until: 'payment' };

const main = (...nodes: readonly FlowNode[]): FlowDefinition => ({
  main: sequence('main', ...nodes),
});
const between = (...nodes: readonly FlowNode[]) => main(intake, ...nodes, decision);
const after = (...nodes: readonly FlowNode[]) => main(intake, decision, ...nodes);

const context: LintContext = {
  knownPosts: new Set(['intake', 'decision', 'delivery', 'a', 'b', 'c', 'late', 'file']),
  knownFields: new Set(['area']),
  parses: (condition) => !condition.includes('?'),
  hasFees: true,
};

const vote = (share: number, isStrict: boolean, weights?: Readonly<Record<string, number>>) =>
  step('a', 'review', {
    agreement: { rule: 'vote', share, isStrict, ...(weights === undefined ? {} : { weights }) },
  });

const rows: [why: string, flow: FlowDefinition, problems: [FlowProblemCode, string][]][] = [
  ['an id that divides task and clock ids', between(step('a#1')), [['bad-id', 'a#1']]],
  ['an id that every object has', between(step('constructor')), [['bad-id', 'constructor']]],
  ['two nodes of one id', between(step('a'), step('a')), [['duplicate-id', 'a']]],
  ['a sequence of nothing', between(sequence('s')), [['empty-sequence', 's']]],
  [
    'a choice whose conditions may all fail',
    between(split('choice', 'x', ['p', step('a')], ['q', step('b')])),
    [['choice-needs-one-default', 'x']],
  ],
  [
    'a choice with two defaults',
    between(split('choice', 'x', ['', step('a')], ['', step('b')])),
    [['choice-needs-one-default', 'x']],
  ],
  [
    'a split of one branch',
    between(split('parallel', 'x', ['', step('a')])),
    [['split-needs-two-branches', 'x']],
  ],
  [
    'subcases without a part',
    between({ kind: 'subcases', id: 'x', name: 'x', parts: [] }),
    [['split-needs-two-branches', 'x']],
  ],
  [
    'two branches of one id',
    between({
      kind: 'parallel',
      id: 'x',
      name: 'x',
      branches: [
        { id: 'b', node: step('a') },
        { id: 'b', node: step('b') },
      ],
    }),
    [['duplicate-branch', 'x']],
  ],
  [
    'two parts of one id',
    between({
      kind: 'subcases',
      id: 'x',
      name: 'x',
      parts: [
        { id: 'p', itemCode: '1' },
        { id: 'p', itemCode: '2' },
      ],
    }),
    [['duplicate-branch', 'x']],
  ],
  [
    'a condition that is no FEEL',
    between(split('parallel', 'x', ['', step('a')], ['?', step('b')])),
    [['bad-condition', 'x']],
  ],
  ['a step for nobody', between(step('a', 'review', { posts: [] })), [['step-without-post', 'a']]],
  [
    'a post named twice',
    between(step('a', 'review', { posts: ['a', 'a'] })),
    [['duplicate-post', 'a']],
  ],
  ['a post that there is not', between(step('ghost')), [['unknown-post', 'ghost']]],
  [
    'fields that there are not',
    between(step('a', 'review', { form: { write: ['size'], hide: ['height'] } })),
    [
      ['unknown-field', 'a'],
      ['unknown-field', 'a'],
    ],
  ],
  [
    'fields of a limit, a unit and the other side that there are not',
    between(
      step('a', 'review', {
        limit: { amount: 1, unit: 'WD', amountField: 'days' },
        form: { require: ['size'] },
        binding: { within: 'unit' },
        apartFrom: { unit: 'unit', person: 'person' },
      }),
    ),
    Array.from({ length: 5 }, () => ['unknown-field', 'a'] as const),
  ],
  [
    'apart from a step that there is not',
    between(step('a', 'review', { apartFrom: { steps: ['ghost', 'intake'] } })),
    [['apart-from-unknown-step', 'a']],
  ],
  ['a share of nothing', between(vote(0, false)), [['bad-vote-share', 'a']]],
  ['a share of more than all', between(vote(1.1, false)), [['bad-vote-share', 'a']]],
  ['more than all of them', between(vote(1, true)), [['bad-vote-share', 'a']]],
  ['a weight of nothing', between(vote(0.5, false, { a: 0 })), [['bad-vote-weight', 'a']]],
  ['a weight for nobody', between(vote(0.5, false, { b: 1 })), [['bad-vote-weight', 'a']]],
  [
    'half a day',
    between(step('a', 'review', { limit: { amount: 0.5, unit: 'WD' } })),
    [['bad-limit', 'a']],
  ],
  [
    'a reject that returns to a later step',
    between(step('a', 'review', { onReject: { then: 'return', to: 'b' } }), step('b')),
    [['return-target-not-earlier', 'a']],
  ],
  [
    'a reject that returns to nowhere',
    between(step('a', 'review', { onReject: { then: 'return', to: 'ghost' } })),
    [['return-target-not-earlier', 'a']],
  ],
  [
    'a reject that returns to a branch that may not have been taken',
    between(
      split('choice', 'x', ['', step('a')], ['p', step('b')]),
      step('c', 'review', { onReject: { then: 'return', to: 'b' } }),
    ),
    [['return-target-not-earlier', 'c']],
  ],
  ['nobody accepts', main(step('a'), decision), [['no-intake', 'main']]],
  ['nobody decides', main(intake, step('a')), [['no-decision', 'main']]],
  [
    'a way around the decision',
    main(intake, split('choice', 'x', ['', decision], ['p', step('a')])),
    [['no-decision', 'main']],
  ],
  ['accepted later', main(step('a'), intake, decision), [['intake-not-first', 'intake']]],
  [
    'accepted beside other work',
    main(split('parallel', 'x', ['', intake], ['', step('a')]), decision),
    [['intake-not-first', 'intake']],
  ],
  ['accepted twice', main(intake, step('a', 'intake'), decision), [['intake-not-first', 'a']]],
  [
    'an intake that rejects',
    main(step('intake', 'intake', { onReject: { then: 'deny' } }), decision),
    [['reject-at-intake', 'intake']],
  ],
  [
    'an acceptance by vote',
    main(step('intake', 'intake', { agreement: { rule: 'in-turn' } }), decision),
    [['one-person-duty', 'intake']],
  ],
  [
    'a decision in one branch of a split',
    main(intake, split('parallel', 'x', ['', decision], ['', step('a')])),
    [['decision-in-parallel', 'decision']],
  ],
  ['served before it is decided', between(delivery), [['delivery-before-decision', 'delivery']]],
  ['reviewed after it is decided', after(step('late')), [['duty-after-decision', 'late']]],
  ['decided twice', after(step('late', 'decision')), [['duty-after-decision', 'late']]],
  [
    'denied after it was granted',
    after(step('file', 'task', { onReject: { then: 'deny' } })),
    [['reject-after-decision', 'file']],
  ],
  [
    'reviewed after it was denied',
    { ...between(), denied: step('late') },
    [['duty-after-denial', 'late']],
  ],
  [
    'denied after it was denied',
    { ...between(), denied: step('file', 'task', { onReject: { then: 'deny' } }) },
    [['reject-after-decision', 'file']],
  ],
  [
    'a decision that leaves the application undecided',
    main(intake, step('a', 'decision', { onReject: { then: 'continue' } })),
    [['reject-must-deny', 'a']],
  ],
  [
    'a payment of nothing',
    after(payment, assess, issue),
    [['payment-without-assessment', 'payment']],
  ],
  [
    'a certificate before the decision',
    between(assess, payment, issue),
    [['certificate-before-decision', 'issue']],
  ],
  [
    'a certificate for what was denied',
    { ...after(assess, payment), denied: sequence('no', issue) },
    [
      ['certificate-before-decision', 'issue'],
      ['certificate-before-payment', 'issue'],
    ],
  ],
  ['a certificate before payment (B4)', after(issue), [['certificate-before-payment', 'issue']]],
  [
    'a certificate beside the payment (B4)',
    after(assess, split('parallel', 'x', ['', payment], ['', issue])),
    [['certificate-before-payment', 'issue']],
  ],
  [
    'a payment that a choice may pass by (B4)',
    after(assess, split('choice', 'x', ['', step('file', 'task')], ['p', payment]), issue),
    [['certificate-before-payment', 'issue']],
  ],
];

describe('lint of flows', () => {
  test.each(rows)('%s', (_why, flow, problems) => {
    expect(lintFlow(flow, context).map(({ code, nodeId }) => [code, nodeId])).toEqual(problems);
  });

  test('every code has its row', () => {
    const codes: Readonly<Record<Exclude<FlowProblemCode, InternalCode | MovingCode>, true>> = {
      'bad-id': true,
      'duplicate-id': true,
      'empty-sequence': true,
      'choice-needs-one-default': true,
      'split-needs-two-branches': true,
      'duplicate-branch': true,
      'bad-condition': true,
      'step-without-post': true,
      'duplicate-post': true,
      'unknown-post': true,
      'unknown-field': true,
      'apart-from-unknown-step': true,
      'bad-vote-share': true,
      'bad-vote-weight': true,
      'bad-limit': true,
      'return-target-not-earlier': true,
      'no-intake': true,
      'no-decision': true,
      'intake-not-first': true,
      'reject-at-intake': true,
      'one-person-duty': true,
      'decision-in-parallel': true,
      'delivery-before-decision': true,
      'duty-after-decision': true,
      'duty-after-denial': true,
      'reject-after-decision': true,
      'reject-must-deny': true,
      'payment-without-assessment': true,
      'certificate-before-decision': true,
      'certificate-before-payment': true,
    };
    const found = new Set(rows.flatMap(([, , problems]) => problems.map(([code]) => code)));
    expect([...found].sort()).toEqual(Object.keys(codes).sort());
  });

  test('in a choice, a way on which nothing happens is a way', () => {
    const flow = between(split('choice', 'x', ['area > 5', step('a')], ['', sequence('past')]));
    expect(lintFlow(flow, context)).toEqual([]);
  });

  test('a good flow has none', () => {
    const signed = step('a', 'review', {
      posts: ['a', 'b', 'c'],
      agreement: { rule: 'vote', share: 2 / 3, isStrict: false, weights: { a: 2 } },
      limit: { amount: 3, unit: 'WD' },
      form: { write: ['area'] },
      onReject: { then: 'return', to: 'intake' },
    });
    const flow: FlowDefinition = {
      main: sequence(
        'main',
        intake,
        split(
          'parallel',
          'examine',
          ['', sequence('s', signed, step('b', 'task'))],
          ['area > 9', step('c', 'review', { onReject: { then: 'return', to: 'intake' } })],
        ),
        split(
          'choice',
          'who',
          ['', decision],
          ['area > 9', step('late', 'decision', { onReject: { then: 'deny' } })],
        ),
        assess,
        payment,
        issue,
        split('parallel', 'end', ['', delivery], ['', step('file', 'task')]),
      ),
      denied: sequence('denied', step('intake-again', 'delivery', { posts: ['intake'] })),
    };
    expect(lintFlow(flow, context)).toEqual([]);
  });

  test('a reject may return into a split whose branches are all taken', () => {
    const flow = between(
      split('parallel', 'x', ['', step('a')], ['p', step('b')]),
      step('c', 'review', { onReject: { then: 'return', to: 'a' } }),
    );
    expect(lintFlow(flow, context)).toEqual([]);
  });

  test('without knowledge of posts, fields, fees and FEEL it asks for none of them', () => {
    const flow = after(split('parallel', 'x', ['?', step('ghost', 'task')], ['', issue]));
    expect(lintFlow(flow)).toEqual([]);
  });
});
