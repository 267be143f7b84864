/**
 * A sequence has no element in BPMN: it is what a line connects. Its id and name travel beside the
 * process and are put back where its children still follow each other.
 */
import { childrenOf, type FlowNode, type SequenceNode } from '@yichuang/kernel/flow';

export interface SequenceMark {
  readonly id: string;
  readonly name: string;
  readonly nameEn?: string;
  readonly children: readonly string[];
  /** It is a root or a branch of its own: what somebody adds to its line belongs to it. */
  readonly isWhole?: true;
}

/** Of a tree, inner ones first. */
export function sequencesOf(root: FlowNode): SequenceMark[] {
  const visit = (node: FlowNode, parent?: FlowNode): SequenceMark[] => {
    const inner = childrenOf(node).flatMap((child) => visit(child, node));
    if (node.kind !== 'sequence') return inner;
    const { id, name, nameEn, children } = node;
    const mark = {
      id,
      name,
      ...(nameEn === undefined ? {} : { nameEn }),
      children: children.map((child) => child.id),
      ...(parent?.kind === 'sequence' ? {} : { isWhole: true as const }),
    };
    return [...inner, mark];
  };
  return visit(root);
}

/**
 * A line of nodes as one node again.
 * @param mint an id for a sequence that nobody named
 * @param keep makes sure that a written id is given once
 */
export function regroup(
  line: readonly FlowNode[],
  marks: readonly SequenceMark[],
  mint: () => string,
  keep: (id: string) => string,
): FlowNode {
  let nodes = [...line];
  for (const mark of marks) {
    const children = new Set(mark.children);
    const places = nodes.flatMap((node, i) => (children.has(node.id) ? [i] : []));
    const [first, last] = [places[0], places.at(-1)];
    if (first === undefined || last === undefined) continue;
    if (mark.isWhole === true) return sequenceOf({ ...mark, id: keep(mark.id) }, nodes);
    nodes = [
      ...nodes.slice(0, first),
      sequenceOf({ ...mark, id: keep(mark.id) }, nodes.slice(first, last + 1)),
      ...nodes.slice(last + 1),
    ];
  }
  const [only] = nodes;
  if (only !== undefined && nodes.length === 1) return only;
  const id = mint();
  return { kind: 'sequence', id, name: id, children: nodes };
}

function sequenceOf(
  { id, name, nameEn }: SequenceMark,
  children: readonly FlowNode[],
): SequenceNode {
  return { kind: 'sequence', id, name, ...(nameEn === undefined ? {} : { nameEn }), children };
}
