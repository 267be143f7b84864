import type { Counts, CountedSpan, CountKey } from './case-counts.pg.ts';

/** What other areas count: letters, reviews, hits. Asked by office or by item. */
export interface CountSource {
  /** The names that it counts; an indicator of a name that nobody counts is not shown. */
  readonly names: readonly string[];
  count(span: CountedSpan, by: CountKey): Promise<ReadonlyMap<string, Counts>>;
}
