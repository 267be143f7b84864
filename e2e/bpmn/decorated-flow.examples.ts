/** Random sound flows with everything that a node may say besides. Read by tests only. */
import fc from 'fast-check';
import type {
  FlowDefinition,
  FlowNode,
  SubcasePart,
} from '../../packages/kernel/src/flow/index.ts';
import { soundFlow } from '../../packages/kernel/src/case/testing/random-flow.examples.ts';

const NAMES = ['受理', '部门会审（含现场踏勘）', 'A "quoted" <b> & more', '一'.repeat(60)] as const;

/** Of three parts, in the orders that an item may name. */
const PARTS: readonly (readonly SubcasePart[])[] = [
  [
    { id: 'fire', itemCode: 'F-1', name: '消防' },
    { id: 'food', itemCode: 'F-2', after: ['fire'] },
    { id: 'sign', itemCode: 'F-3', name: '店招', after: ['food', 'fire'], when: 'hasSign = true' },
  ],
  [
    { id: 'a', itemCode: 'A', when: 'area > 60' },
    { id: 'b', itemCode: 'B', after: ['a'] },
  ],
  [
    { id: 'x', itemCode: 'x' },
    { id: 'y', itemCode: 'y', name: 'y' },
  ],
];

function decorate(node: FlowNode, next: () => number): FlowNode {
  const n = next();
  const base = {
    name: NAMES[n % 7] ?? node.name,
    ...(n % 5 === 0 ? { nameEn: `Name ${n}` } : {}),
  };
  switch (node.kind) {
    case 'step':
      return {
        ...node,
        ...base,
        ...(n % 3 === 0 ? { opinion: 'required' as const } : {}),
        ...(n % 4 === 0 ? { policies: { samePerson: 'skip', nobody: { post: 'p1' } } } : {}),
        ...(n % 6 === 0 ? { riskPoint: { level: 'high', measure: '双人复核' } } : {}),
      };
    case 'sequence':
      return { ...node, ...base, children: node.children.map((child) => decorate(child, next)) };
    case 'choice':
    case 'parallel': {
      const branches = node.branches.map((b, i) => ({
        ...b,
        node: node.kind === 'choice' && n % 5 === i ? nothing(b.node.id) : decorate(b.node, next),
      }));
      return { ...node, ...base, branches };
    }
    case 'subcases':
      return { ...node, ...base, parts: PARTS[n % PARTS.length] ?? node.parts };
    case 'automatic':
      if (n % 2 === 1) return { ...node, ...base };
      return { ...node, ...base, does: { action: 'copy', posts: ['p1', 'p2'] } };
    case 'wait':
      if (n % 3 === 0) return { ...node, ...base, until: 'message', messageName: '踏勘结论' };
      if (n % 3 === 1) return { ...node, ...base, until: 'time', limit: { amount: 3, unit: 'WD' } };
      return { ...node, ...base };
  }
}

function nothing(id: string): FlowNode {
  return { kind: 'sequence', id, name: '无需办理', children: [] };
}

export const decoratedFlow: fc.Arbitrary<FlowDefinition> = fc
  .tuple(soundFlow, fc.array(fc.nat(1000), { minLength: 30, maxLength: 30 }))
  .map(([flow, numbers]) => {
    let i = 0;
    const next = () => numbers[(i += 1) % numbers.length] ?? 0;
    const main = decorate(flow.main, next);
    return flow.denied === undefined ? { main } : { main, denied: decorate(flow.denied, next) };
  });
