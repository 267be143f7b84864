export interface NamedCount {
  readonly key: string;
  readonly name: string;
  readonly count: number;
}

/** Fewer letters than this might be known by what they are about. */
const LEAST = 3;

/** The key of what was put together. */
export const OTHERS = 'other';

/**
 * For the public: groups of fewer than three letters are one group "others". Where that group would
 * itself be small, it takes the next smallest in, or it would tell what it hides.
 */
export function mergeSmall(groups: readonly NamedCount[], othersName: string): NamedCount[] {
  const bySize = groups.toSorted((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
  const shown = bySize.filter(({ count }) => count >= LEAST);
  const merged = bySize.filter(({ count }) => count < LEAST);
  const sum = (): number => merged.reduce((total, { count }) => total + count, 0);
  while (merged.length > 0 && sum() < LEAST && shown.length > 0) {
    const smallest = shown.pop();
    if (smallest !== undefined) merged.push(smallest);
  }
  if (merged.length === 0) return shown;
  return [...shown, { key: OTHERS, name: othersName, count: sum() }];
}
