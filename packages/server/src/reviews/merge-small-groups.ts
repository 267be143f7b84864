import type { ReviewGroup } from '@yichuang/contracts';
import { levelCounts } from './review-figures.pg.ts';

/** The key of what was put together. */
const OTHERS = 'other';

/**
 * Groups of fewer than `least` reviews are one group. Where that would itself be small, it takes
 * the next smallest in, or it would tell what it hides; alone and small it is not shown at all.
 */
export function mergeSmallGroups(
  groups: readonly ReviewGroup[],
  least: number,
  othersName: string,
): ReviewGroup[] {
  const bySize = groups.toSorted((a, b) => sizeOf(b) - sizeOf(a) || (a.key < b.key ? -1 : 1));
  const shown = bySize.filter((group) => sizeOf(group) >= least);
  const merged = bySize.filter((group) => sizeOf(group) < least);
  const size = (): number => merged.reduce((sum, group) => sum + sizeOf(group), 0);
  while (merged.length > 0 && size() < least && shown.length > 0) {
    const smallest = shown.pop();
    if (smallest !== undefined) merged.push(smallest);
  }
  if (merged.length === 0 || size() < least) return shown;
  const levels = [0, 1, 2, 3, 4].map((i) =>
    merged.reduce((sum, group) => sum + (group.levels[i] ?? 0), 0),
  );
  const notCounted = merged.reduce((sum, group) => sum + group.notCounted, 0);
  return [...shown, { key: OTHERS, name: othersName, ...levelCounts(levels, notCounted) }];
}

function sizeOf({ total, notCounted }: ReviewGroup): number {
  return total + notCounted;
}
