import type { SubcasePart } from '@yichuang/kernel/flow';

/**
 * How long parts take side by side, each after those that it waits for: the longest way, in the
 * unit of `daysOf`. Parts that were not chosen hold nobody up; the packs' lint refuses circles.
 */
export function longestWay(
  parts: readonly SubcasePart[],
  daysOf: (part: SubcasePart) => number,
): number {
  const byId = new Map(parts.map((part) => [part.id, part]));
  const ends = new Map<string, number>();
  const endOf = (part: SubcasePart): number => {
    const known = ends.get(part.id);
    if (known !== undefined) return known;
    const before = (part.after ?? []).flatMap((id) => byId.get(id) ?? []);
    const end = Math.max(0, ...before.map(endOf)) + daysOf(part);
    ends.set(part.id, end);
    return end;
  };
  return Math.max(0, ...parts.map(endOf));
}
