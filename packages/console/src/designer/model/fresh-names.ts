/** Ids and names that nothing else has. By their ids running cases find their step. */
import { childrenOf, type FlowDefinition, type FlowNode } from '@yichuang/kernel/flow';

export function allNodes(flow: FlowDefinition): FlowNode[] {
  const under = (node: FlowNode): FlowNode[] => [node, ...childrenOf(node).flatMap(under)];
  return [...under(flow.main), ...(flow.denied === undefined ? [] : under(flow.denied))];
}

/**
 * Numbered on from what is taken. `reserved` holds ids of the published version and of everything
 * that was in the draft before: an id that once meant another step would carry cases to this one.
 */
export function freshIds(flow: FlowDefinition, reserved: ReadonlySet<string>) {
  const taken = new Set([...allNodes(flow).map(({ id }) => id), ...reserved]);
  return (prefix: string): string => {
    let n = 1;
    while (taken.has(`${prefix}${n}`)) n += 1;
    taken.add(`${prefix}${n}`);
    return `${prefix}${n}`;
  };
}

/** 审批, 审批 2, 审批 3; a name that ends in a number counts on from its own stem. */
export function freshNames(flow: FlowDefinition) {
  const taken = new Set(allNodes(flow).map(({ name }) => name));
  return (wanted: string): string => {
    let name = wanted;
    const stem = wanted.replace(/ \d+$/, '');
    for (let n = 2; taken.has(name); n += 1) name = `${stem} ${n}`;
    taken.add(name);
    return name;
  };
}

/** The smallest letter, then number, that no branch of the split has: a, b, …, z, b27, b28, … */
export function freshBranchId(taken: readonly string[]): string {
  for (let n = 0; ; n += 1) {
    const id = n < 26 ? String.fromCharCode(97 + n) : `b${n + 1}`;
    if (!taken.includes(id)) return id;
  }
}
