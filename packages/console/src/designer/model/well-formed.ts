/** What the designer's edits keep, whatever is done in whatever order (edit-tree.prop.test.ts). */
import type { FlowDefinition } from '@yichuang/kernel/flow';
import { allNodes } from './fresh-names.ts';
import { inLane, isSplit, lanes } from './lane.ts';

/** Empty when the tree is well-formed; else what is wrong, for a test's or a developer's eyes. */
export function illFormed(flow: FlowDefinition): string[] {
  const ids = allNodes(flow).map(({ id }) => id);
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
  return [
    ...twice.map((id) => `two nodes ${id}`),
    ...lanes(flow).flatMap(({ lane, nodes }) => [
      ...(nodes.length === 0 && lane.kind !== 'branch' ? ['an empty lane'] : []),
      ...nodes.filter(isSplit).flatMap(problemsOfSplit),
    ]),
  ];
}

function problemsOfSplit(split: Parameters<typeof isSplit>[0]): string[] {
  if (!isSplit(split)) return [];
  const ids = split.branches.map(({ id }) => id);
  const defaults = split.branches.filter(({ when }) => when === undefined).length;
  const empty = split.branches.filter(({ node }) => inLane(node).length === 0);
  return [
    ...(ids.length < 2 ? [`${split.id} has one branch`] : []),
    ...(new Set(ids).size < ids.length ? [`${split.id} has two branches of one id`] : []),
    ...(split.kind === 'choice' && defaults !== 1 ? [`${split.id} has ${defaults} defaults`] : []),
    ...(split.kind === 'parallel' && empty.length > 0 ? [`${split.id} has an empty branch`] : []),
  ];
}
