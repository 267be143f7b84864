import type { LikenessGraph } from './likeness-graph.ts';

interface Group {
  readonly members: number[];
  /** Sums of likenesses to the other groups, not yet divided by the sizes. */
  readonly links: Map<number, number>;
  best: { readonly group: number; readonly mean: number };
}

/**
 * Joins the two groups that are on average most alike, again and again, until no two reach
 * `least`. Single linkage was tried and rejected: it chains a whole town together.
 * @returns groups of two and more, members in the order they came
 */
export function averageLink(graph: LikenessGraph, least: number): number[][] {
  const groups = new Map<number, Group>(
    graph.map((links, letter) => [
      letter,
      { members: [letter], links: new Map(links), best: { group: -1, mean: 0 } },
    ]),
  );
  for (const group of groups.values()) group.best = bestOf(group, groups);
  for (let next = closest(groups, least); next !== undefined; next = closest(groups, least)) {
    join(next, groups);
  }
  return [...groups.values()].flatMap(({ members }) => (members.length > 1 ? [members] : []));
}

function closest(groups: ReadonlyMap<number, Group>, least: number): number | undefined {
  let found: number | undefined;
  let mean = least;
  for (const [number, { best }] of groups) {
    if (best.mean > mean) [found, mean] = [number, best.mean];
  }
  return found;
}

function join(number: number, groups: Map<number, Group>): void {
  const into = held(groups, number);
  const gone = into.best.group;
  const from = held(groups, gone);
  groups.delete(gone);
  into.members.push(...from.members);
  into.links.delete(gone);
  from.links.delete(number);
  for (const [other, sum] of from.links) {
    const total = (into.links.get(other) ?? 0) + sum;
    into.links.set(other, total);
    const { links } = held(groups, other);
    links.delete(gone);
    links.set(number, total);
  }
  into.best = bestOf(into, groups);
  for (const [other, sum] of into.links) {
    const group = held(groups, other);
    const mean = sum / (group.members.length * into.members.length);
    if (group.best.group === number || group.best.group === gone) {
      group.best = bestOf(group, groups);
    } else if (mean > group.best.mean) group.best = { group: number, mean };
  }
}

function bestOf(group: Group, groups: ReadonlyMap<number, Group>): Group['best'] {
  let best: Group['best'] = { group: -1, mean: 0 };
  for (const [other, sum] of group.links) {
    const mean = sum / (group.members.length * held(groups, other).members.length);
    if (mean > best.mean) best = { group: other, mean };
  }
  return best;
}

function held(groups: ReadonlyMap<number, Group>, number: number): Group {
  const group = groups.get(number);
  if (group === undefined) throw new Error(`group ${number} is linked but gone`);
  return group;
}
