/** The forecast as lines: which come after each other, which beside, which one or another. */
import type { ForecastView } from '@yichuang/contracts';

export interface ForecastRow {
  readonly entry: ForecastView;
  /** To the line above: another branch of the same split. */
  readonly relation?: 'or' | 'beside';
}

/** What is open already is shown with its holders elsewhere. */
export function forecastRows(entries: readonly ForecastView[]): ForecastRow[] {
  const ahead = entries.filter((entry) => !entry.isOpen);
  return ahead.map((entry, i) => {
    const relation = relationOf(ahead[i - 1], entry);
    return relation === undefined ? { entry } : { entry, relation };
  });
}

/** The outermost split in which the two lie in different branches. */
function relationOf(
  above: ForecastView | undefined,
  entry: ForecastView,
): ForecastRow['relation'] | undefined {
  for (const split of entry.within) {
    const other = above?.within.find(({ splitId }) => splitId === split.splitId);
    if (other === undefined) return undefined;
    if (other.branchId !== split.branchId) return split.kind === 'choice' ? 'or' : 'beside';
  }
  return undefined;
}
