import { describe, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import type { FlowNode } from '@yichuang/kernel/flow';
import { bpmnRefusals, importBpmn, type BpmnRefusalCode } from './index.ts';
import { asFile, smallModel } from './testing/small-model.examples.ts';

/** A tree in a few words: `A B` in sequence, `x(a: A | B)` a choice, `+(A | B)` parallel. */
function inWords(node: FlowNode): string {
  switch (node.kind) {
    case 'sequence':
      return node.children.map(inWords).join(' ') || '-';
    case 'choice':
    case 'parallel': {
      const branches = node.branches.map(({ when, node: inside }) =>
        when === undefined ? inWords(inside) : `${when}: ${inWords(inside)}`,
      );
      return `${node.kind === 'choice' ? 'x' : '+'}(${branches.join(' | ')})`;
    }
    case 'step': {
      const back = node.onReject?.then === 'return' ? `^${node.onReject.to}` : '';
      return `${node.id}${back}`;
    }
    case 'subcases':
      return `[${node.parts.map((part) => part.itemCode).join(' ')}]`;
    case 'automatic':
      return `!${node.id}`;
    case 'wait':
      return `?${node.messageName ?? `${node.limit?.amount ?? ''}d`}`;
  }
}

const folds: readonly [why: string, xml: string, tree: string][] = [
  ['one after the other', smallModel(['start > A', 'A > B', 'B > end']), 'A B'],
  ['without events at its ends', smallModel(['A > B']), 'A B'],
  [
    'a choice with its join',
    smallModel(['start > x1', 'x1 > A if a', 'x1 > B default', 'A > x2', 'B > x2', 'x2 > C']),
    'x(a: A | B) C',
  ],
  [
    'a choice whose branches end each for itself',
    smallModel(['start > x1', 'x1 > A if a', 'x1 > B default', 'A > end1', 'B > C', 'C > end2']),
    'x(a: A | B C)',
  ],
  [
    'two choices that share a join',
    smallModel([
      'start > x1',
      'x1 > A if a',
      'x1 > x2 default',
      'x2 > B if b',
      'x2 > C default',
      'A > x3',
      'B > x3',
      'C > x3',
      'x3 > D',
    ]),
    'x(a: A | x(b: B | C)) D',
  ],
  [
    'a gateway that joins and splits again',
    smallModel([
      'start > x1',
      'x1 > A if a',
      'x1 > B default',
      'A > x2',
      'B > x2',
      'x2 > C if c',
      'x2 > D default',
      'C > x3',
      'D > x3',
      'x3 > end',
    ]),
    'x(a: A | B) x(c: C | D)',
  ],
  [
    'a task that several lines lead into',
    smallModel(['start > x1', 'x1 > A if a', 'x1 > B default', 'A > C', 'B > C', 'C > end']),
    'x(a: A | B) C',
  ],
  [
    'parallel, with the empty way left out',
    smallModel(['start > and1', 'and1 > A', 'and1 > B', 'and1 > and2', 'A > and2', 'B > and2']),
    '+(A | B)',
  ],
  [
    'a task with two lines out begins both',
    smallModel(['start > A', 'A > B', 'A > C', 'B > end1', 'C > end2']),
    'A +(B | C)',
  ],
  [
    'inclusive, with a default for when none of the others holds',
    smallModel([
      'start > or1',
      'or1 > A if a',
      'or1 > B if b',
      'or1 > C default',
      'A > or2',
      'B > or2',
      'C > or2',
      'or2 > end',
    ]),
    '+(a: A | b: B | not((a) or (b)): C)',
  ],
  [
    'a task that conditions skip',
    smallModel(['start > or1', 'or1 > A if a', 'or1 > or2 default', 'A > or2', 'or2 > end']),
    'x(a: A | -)',
  ],
  [
    'a choice that may skip',
    smallModel(['start > x1', 'x1 > A if a', 'x1 > x2 default', 'A > x2', 'x2 > B']),
    'x(a: A | -) B',
  ],
  [
    'a choice in words becomes one that has to be put into FEEL',
    smallModel(['start > x1', 'x1 > A', 'x1 > B', 'A > x2', 'B > x2']),
    'x(A | ? f3: B)',
  ],
  [
    'a choice of which all ways have conditions: the last is the default',
    smallModel(['start > x1', 'x1 > A if a', 'x1 > B if not(a)', 'A > x2', 'B > x2']),
    'x(a: A | B)',
  ],
  [
    'sent back by the gateway right behind a task: a reject that returns',
    smallModel(['start > A', 'A > B', 'B > x1', 'x1 > A if bad', 'x1 > C default', 'C > end']),
    'A B^A C',
  ],
  [
    'an inside that is drawn',
    smallModel(
      ['start > S', 'S > end'],
      [
        '<subProcess id="S"><task id="A"/><task id="B"/>' +
          '<sequenceFlow id="i" sourceRef="A" targetRef="B"/></subProcess>',
      ],
    ),
    'A B',
  ],
  [
    'waits, calls and throws without a trigger',
    smallModel(
      ['start > m', 'm > t', 't > n', 'n > c', 'c > r', 'r > end'],
      [
        '<intermediateCatchEvent id="m" name="reply"><messageEventDefinition id="md"/>' +
          '</intermediateCatchEvent>',
        '<intermediateCatchEvent id="t"><timerEventDefinition id="td"><timeDuration>P2W' +
          '</timeDuration></timerEventDefinition></intermediateCatchEvent>',
        '<intermediateThrowEvent id="n"/>',
        '<callActivity id="c" calledElement="other"/>',
        '<receiveTask id="r" name="answer"/>',
      ],
    ),
    '?reply ?14d [other] ?answer',
  ],
];

const element = (xml: string): string => smallModel(['start > E', 'E > end'], [xml]);
const event = (kind: string, trigger: string): string =>
  element(`<${kind} id="E" name="Seven"><${trigger}EventDefinition id="d"/></${kind}>`);

const refused: readonly [why: string, xml: string, code: BpmnRefusalCode, name: string][] = [
  ['no XML', 'Yichuang', 'bpmn-unreadable', ''],
  ['other XML', '<a/>', 'bpmn-unreadable', ''],
  ['XML that breaks off', smallModel(['A > B']).slice(0, -30), 'bpmn-unreadable', ''],
  [
    'entities, which an XML bomb is made of',
    `<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${smallModel(['A > B'])}`,
    'bpmn-unreadable',
    '',
  ],
  ['more than a megabyte', ' '.repeat(1_000_001), 'bpmn-too-large', ''],
  [
    'more than 2,000 elements',
    smallModel(Array.from({ length: 1200 }, (_, i) => `t${i} > t${i + 1}`)),
    'bpmn-too-large',
    '',
  ],
  ['no process', asFile(''), 'bpmn-no-process', ''],
  ['an empty process', asFile('<process id="P"/>'), 'bpmn-no-process', ''],
  [
    'two processes, and none chosen',
    asFile('<process id="P"><task id="A"/></process><process id="Q"><task id="B"/></process>'),
    'bpmn-choose-process',
    '',
  ],
  ['a choreography', element('<subChoreography id="E"/>'), 'bpmn-element-unknown', 'E'],
  ['whichever comes first', element('<eventBasedGateway id="E"/>'), 'bpmn-event-gateway', 'E'],
  ['a complex gateway', element('<complexGateway id="E"/>'), 'bpmn-complex-gateway', 'E'],
  [
    'an interruption',
    smallModel(['A > end'], ['<boundaryEvent id="E" name="late" attachedToRef="A"/>']),
    'bpmn-boundary-event',
    'late',
  ],
  [
    'what may begin at any moment',
    element('<subProcess id="E" triggeredByEvent="true"><task id="A"/></subProcess>'),
    'bpmn-event-subprocess',
    'E',
  ],
  ['a transaction', element('<transaction id="E"/>'), 'bpmn-transaction', 'E'],
  ['no order', element('<adHocSubProcess id="E"/>'), 'bpmn-ad-hoc', 'E'],
  ['a compensation', element('<task id="E" isForCompensation="true"/>'), 'bpmn-compensation', 'E'],
  [
    'a thrown compensation',
    event('intermediateThrowEvent', 'compensate'),
    'bpmn-compensation',
    'Seven',
  ],
  [
    'a repetition',
    element('<task id="E"><standardLoopCharacteristics id="l"/></task>'),
    'bpmn-repeated',
    'E',
  ],
  ['an error', event('endEvent', 'error'), 'bpmn-event-unsupported', 'Seven'],
  ['a link', event('intermediateThrowEvent', 'link'), 'bpmn-event-unsupported', 'Seven'],
  [
    'a condition',
    event('intermediateCatchEvent', 'conditional'),
    'bpmn-event-unsupported',
    'Seven',
  ],
  ['begun by a clock', event('startEvent', 'timer'), 'bpmn-start-unsupported', 'Seven'],
  ['hours', event('intermediateCatchEvent', 'timer'), 'bpmn-timer-unsupported', 'Seven'],
  [
    'an end of everything beside other work',
    smallModel(
      ['start > and1', 'and1 > A', 'and1 > E', 'A > end'],
      ['<endEvent id="E" name="stop"><terminateEventDefinition id="d"/></endEvent>'],
    ),
    'bpmn-terminate-in-parallel',
    'stop',
  ],
  ['a circle', smallModel(['A > B', 'B > A']), 'bpmn-no-start', 'P'],
  ['two starts', smallModel(['start1 > A', 'start2 > B']), 'bpmn-several-starts', 'start2'],
  ['a circle beside', smallModel(['start > A', 'B > C', 'C > B']), 'bpmn-several-starts', 'B'],
  [
    'a line to nowhere',
    smallModel(['start > A', 'A > B'], ['<task id="Z"/>']).replace('targetRef="B"', ''),
    'bpmn-flow-broken',
    'f2',
  ],
  [
    'a loop through other work',
    smallModel(['start > x1', 'x1 > A', 'A > x2', 'x2 > C default', 'x2 > B if b', 'B > x1']),
    'bpmn-loop',
    'B',
  ],
  [
    'branches that join elsewhere',
    smallModel([
      'start > and1',
      'and1 > A',
      'and1 > B',
      'A > x1',
      'x1 > end1 if a',
      'x1 > and2 default',
      'B > and2',
      'and2 > C',
    ]),
    'bpmn-split-without-join',
    'x1',
  ],
  [
    'a choice that waits for all',
    smallModel(['start > x1', 'x1 > A if a', 'x1 > B default', 'A > and1', 'B > and1']),
    'bpmn-join-of-other-kind',
    'x1',
  ],
  [
    'a forged extension',
    asFile(
      '<process id="P"><userTask id="A"><extensionElements>' +
        '<y:node xmlns:y="urn:yichuang:flow:1" id="a" kind="step">{"duty":"king"}</y:node>' +
        '</extensionElements></userTask></process>',
    ),
    'bpmn-flow-invalid',
    'P',
  ],
];

describe('import folds', () => {
  test.each(folds)('%s', async (_why, xml, tree) => {
    const imported = await importBpmn(xml);
    expect('flow' in imported ? inWords(imported.flow.main) : imported).toBe(tree);
  });

  test('the process that is chosen', async () => {
    const xml = asFile(
      '<process id="P"><task id="A"/></process><process id="Q"><task id="B"/></process>',
    );
    const imported = await importBpmn(xml, 'Q');
    expect('flow' in imported ? inWords(imported.flow.main) : imported).toBe('B');
  });

  test('lanes into suggestions of posts', async () => {
    const xml = asFile(
      '<process id="P"><laneSet id="s"><lane id="l" name="窗口"><flowNodeRef>A</flowNodeRef>' +
        '</lane></laneSet><task id="A" name="受理"/></process>',
    );
    expect(await importBpmn(xml)).toMatchObject({
      suggestions: [{ code: 'post', nodeId: 'A', name: '受理', other: '窗口' }],
    });
  });
});

describe('import refuses', () => {
  test.each(refused)('%s', async (_why, xml, code, name) => {
    const imported = await importBpmn(xml);
    expect(imported).toMatchObject({ refusals: [{ code, params: { name } }] });
  });

  test('for every reason there is, each described in docs/bpmn.md', () => {
    const codes = Object.keys(bpmnRefusals.entries).sort();
    expect([...new Set(refused.map(([, , code]) => code))].sort()).toEqual(codes);
    const document = readFileSync(new URL('../../../../docs/bpmn.md', import.meta.url), 'utf8');
    const described = [...document.matchAll(/^\| `(bpmn-[a-z-]+)` /gmu)].map((match) => match[1]);
    expect(described.toSorted()).toEqual(codes);
  });

  test('a chain of a thousand boxes in boxes, without running out of stack', async () => {
    const open = Array.from({ length: 1000 }, (_, i) => `<subProcess id="s${i}">`).join('');
    const deep = `${open}<task id="A"/>${'</subProcess>'.repeat(1000)}`;
    const imported = await importBpmn(asFile(`<process id="P">${deep}</process>`));
    expect('flow' in imported ? inWords(imported.flow.main) : imported).toBe('A');
  });
});
