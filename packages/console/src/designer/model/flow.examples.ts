/** Flows as people draw them, for tests and for the first look of the designer. */
import type { FlowDefinition, FlowNode, StepNode } from '@yichuang/kernel/flow';
import type { EditContext } from './edit-tree.ts';

export function step(id: string, name = id, posts: readonly string[] = [`post-${id}`]): StepNode {
  return { kind: 'step', id, name, duty: 'task', posts, agreement: { rule: 'one' } };
}

export function way(id: string, ...children: readonly FlowNode[]): FlowNode {
  return { kind: 'sequence', id, name: id, children };
}

const filing: StepNode = { ...step('filing', '发起', []), duty: 'filing' };

/** 发起 → 科长 → (金额大于 5000：分管领导 · 其他情况：直接往下) → (会计 ∥ 档案员) → 办结. */
export const purchase: FlowDefinition = {
  main: way(
    'main',
    filing,
    step('head', '科长审批'),
    {
      kind: 'choice',
      id: 'amount',
      name: '看金额',
      branches: [
        { id: 'a', when: 'amount > 5000', node: step('deputy', '分管领导审批') },
        { id: 'b', node: way('small') },
      ],
    },
    {
      kind: 'parallel',
      id: 'both',
      name: '同时办理',
      branches: [
        { id: 'a', node: way('books', step('accountant', '会计登记'), step('pay', '付款')) },
        { id: 'b', node: step('archivist', '档案员建档') },
      ],
    },
    step('last', '办结'),
  ),
};

export const context: EditContext = {
  lifecycle: 'internal',
  reserved: new Set(),
  nameOf: (choice) => `new ${choice}`,
};
