import { describe, expect, test } from 'vitest';
import {
  lintFlow,
  type FlowDefinition,
  type FlowNode,
  type FlowProblemCode,
  type StepNode,
} from './index.ts';

const one = { rule: 'one' } as const;
function step(id: string, duty: StepNode['duty'], posts: readonly string[] = [id]): StepNode {
  return { kind: 'step', id, name: id, duty, posts, agreement: one };
}
function sequence(id: string, ...children: readonly FlowNode[]): FlowNode {
  return { kind: 'sequence', id, name: id, children };
}
const filing = step('filing', 'filing', []);
const head = step('head', 'task');
const main = (...nodes: readonly FlowNode[]): FlowDefinition => ({
  main: sequence('main', ...nodes),
});
const choice = (id: string, node: FlowNode): FlowNode => ({
  kind: 'choice',
  id,
  name: id,
  branches: [
    { id: 'a', when: 'days > 3', node },
    { id: 'b', node: sequence(`${id}-past`) },
  ],
});

const rows: [why: string, flow: FlowDefinition, problems: [FlowProblemCode, string][]][] = [
  ['nobody starts it', main(head), [['no-filing', 'main']]],
  ['somebody acts before it is started', main(head, filing), [['filing-not-first', 'filing']]],
  ['it may never be started', main(choice('x', filing), head), [['filing-not-first', 'filing']]],
  [
    'it is started twice',
    main(filing, head, { ...filing, id: 'again' }),
    [['filing-not-first', 'again']],
  ],
  [
    'others start it',
    main(step('filing', 'filing', ['clerk']), head),
    [['filing-is-the-applicants', 'filing']],
  ],
  [
    'a decision of law in it',
    main(filing, step('a', 'decision'), step('b', 'intake'), step('c', 'delivery')),
    [
      ['licensing-duty', 'a'],
      ['licensing-duty', 'b'],
      ['licensing-duty', 'c'],
    ],
  ],
  [
    'something follows the reject',
    { ...main(filing, head), denied: sequence('no', step('d', 'task')) },
    [['denied-without-licence', 'no']],
  ],
  ['steps that agree', main(filing, step('r', 'review'), choice('x', head)), []],
];

describe('lint of an approval within the offices', () => {
  test.each(rows)('%s', (_why, flow, problems) => {
    const found = lintFlow(flow, { lifecycle: 'internal' });
    expect(found.map(({ code, nodeId }) => [code, nodeId])).toEqual(problems);
  });

  test('a licence has no filing step', () => {
    const flow = main(step('i', 'intake'), filing, step('d', 'decision'));
    expect(lintFlow(flow)).toMatchObject([{ code: 'filing-in-a-licence', nodeId: 'filing' }]);
  });
});
