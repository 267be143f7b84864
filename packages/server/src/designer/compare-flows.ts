import type { DesignChange } from '@yichuang/contracts';
import type { ItemDefinition } from '@yichuang/kernel/case';
import {
  subtree,
  type Branch,
  type FlowDefinition,
  type FlowNode,
  type SubcasePart,
} from '@yichuang/kernel/flow';
import { differencesOf, listDifference } from './differences.ts';
import { flowPlaces, type FlowPlace } from './flow-places.ts';
import { changeOf, type Words } from './words.ts';

/** Told by branch and part, not as settings of the node. */
const apart: ReadonlySet<string> = new Set(['id', 'kind', 'children', 'branches', 'parts']);

type Items = Pick<ItemDefinition, 'flow'>;

/** Nodes by their ids, wherever they stand. Sequences only hold others together: not told. */
export function compareFlows(before: Items, after: Items, words: Words): DesignChange[] {
  const [was, is] = [placesOf(before.flow), placesOf(after.flow)];
  const { added, removed, kept } = listDifference(was, is, ({ node }) => node.id);
  const hasMoved = movedNodes(was, is);
  return [
    ...added.map((place) => told('added', place, words)),
    ...removed.map((place) => told('removed', place, words)),
    ...kept
      .filter((pair) => hasMoved.has(pair.after.node.id))
      .map((pair) => told('moved', pair.after, words)),
    ...kept.flatMap((pair) => changesOfNode(pair.before.node, pair.after.node, words)),
    ...sequenceNames(before, after, words),
  ];
}

function placesOf(flow: FlowDefinition | undefined): FlowPlace[] {
  return flow === undefined ? [] : flowPlaces(flow);
}

/** In another part of the tree, or in another order among those that stayed beside it. */
function movedNodes(was: readonly FlowPlace[], is: readonly FlowPlace[]): ReadonlySet<string> {
  const before = new Map(was.map((place) => [place.node.id, place]));
  const moved = new Set<string>();
  const groups = new Map<string, FlowPlace[]>();
  for (const place of is) {
    const old = before.get(place.node.id);
    if (old !== undefined && old.within !== place.within) moved.add(place.node.id);
    groups.set(place.within, [...(groups.get(place.within) ?? []), place]);
  }
  for (const [within, now] of groups) {
    const then = was.filter((place) => place.within === within);
    for (const { node } of listDifference(then, now, (p) => p.node.id).moved) moved.add(node.id);
  }
  return moved;
}

function told(
  kind: 'added' | 'removed' | 'moved',
  { node, withinName, after }: FlowPlace,
  words: Words,
): DesignChange {
  const place =
    after === undefined
      ? words.say('place-first', { within: words.within(withinName) })
      : words.say('place-after', { within: words.within(withinName), node: after.name });
  const params = { kind: words.say(`kind-${node.kind}`), name: node.name, place };
  return { kind, where: 'flow', nodeId: node.id, text: words.say(`node-${kind}`, params) };
}

function changesOfNode(before: FlowNode, after: FlowNode, words: Words): DesignChange[] {
  const nodeId = after.id;
  const kind = words.say(`kind-${after.kind}`);
  const subject = words.say('node-subject', { kind, name: after.name });
  if (before.kind !== after.kind) {
    const was = words.say(`kind-${before.kind}`);
    const text = words.say('kind-changed', { name: after.name, before: was, after: kind });
    return [{ kind: 'changed', where: 'flow', nodeId, text, before: was, after: kind }];
  }
  return [
    ...differencesOf(before, after, apart).map((difference) =>
      changeOf(words, 'flow', difference, { subject, nodeId }),
    ),
    ...compareBranches(branchesOf(before), branchesOf(after), { subject, nodeId }, words),
    ...compareParts(partsOf(before), partsOf(after), { subject, nodeId }, words),
  ];
}

function branchesOf(node: FlowNode): readonly Branch[] {
  return node.kind === 'choice' || node.kind === 'parallel' ? node.branches : [];
}

function partsOf(node: FlowNode): readonly SubcasePart[] {
  return node.kind === 'subcases' ? node.parts : [];
}

interface About {
  readonly subject: string;
  readonly nodeId: string;
}

function compareBranches(
  before: readonly Branch[],
  after: readonly Branch[],
  about: About,
  words: Words,
): DesignChange[] {
  const { added, removed, kept, moved } = listDifference(before, after, ({ id }) => id);
  const say = (kind: 'added' | 'removed' | 'moved', { when, node }: Branch): DesignChange => ({
    kind,
    where: 'flow',
    nodeId: about.nodeId,
    text:
      about.subject +
      words.say(`branch-${kind}`, { name: node.name, when: words.value('when', when ?? '') }),
  });
  return [
    ...added.map((branch) => say('added', branch)),
    ...removed.map((branch) => say('removed', branch)),
    // A choice takes the first branch that holds: their order is part of it.
    ...moved.map((branch) => say('moved', branch)),
    ...kept.flatMap((pair) =>
      differencesOf(pair.before, pair.after, new Set(['id', 'node'])).map((difference) =>
        changeOf(words, 'flow', difference, {
          subject: about.subject + words.say('branch-subject', { name: pair.after.node.name }),
          nodeId: about.nodeId,
        }),
      ),
    ),
  ];
}

function compareParts(
  before: readonly SubcasePart[],
  after: readonly SubcasePart[],
  about: About,
  words: Words,
): DesignChange[] {
  const { added, removed, kept, moved } = listDifference(before, after, ({ id }) => id);
  const nameOf = ({ name, itemCode }: SubcasePart): string => name ?? words.item(itemCode);
  const say = (kind: 'added' | 'removed' | 'moved', part: SubcasePart): DesignChange => ({
    kind,
    where: 'flow',
    nodeId: about.nodeId,
    text: about.subject + words.say(`part-${kind}`, { name: nameOf(part) }),
  });
  return [
    ...added.map((part) => say('added', part)),
    ...removed.map((part) => say('removed', part)),
    ...moved.map((part) => say('moved', part)),
    ...kept.flatMap((pair) =>
      differencesOf(pair.before, pair.after, new Set(['id'])).map((difference) =>
        changeOf(words, 'flow', difference, {
          subject: about.subject + words.say('part-subject', { name: nameOf(pair.after) }),
          nodeId: about.nodeId,
        }),
      ),
    ),
  ];
}

/** A sequence has a name too, which pictures show at the head of a way. */
function sequenceNames(before: Items, after: Items, words: Words): DesignChange[] {
  const { kept } = listDifference(sequencesOf(before), sequencesOf(after), ({ id }) => id);
  return kept.flatMap((pair) => {
    const subject = words.say('way-subject', { name: pair.after.name });
    return differencesOf(pair.before, pair.after, apart).map((difference) =>
      changeOf(words, 'flow', difference, { subject, nodeId: pair.after.id }),
    );
  });
}

function sequencesOf({ flow }: Items): FlowNode[] {
  const roots = [flow?.main, flow?.denied].filter((root) => root !== undefined);
  return roots.flatMap(subtree).filter(({ kind }) => kind === 'sequence');
}
