import type { WatchHit } from '@yichuang/kernel/watch';
import type { HitStatus, KnownHit } from './hit-store.pg.ts';

export interface HitChange {
  readonly id: string;
  readonly status: HitStatus;
  /** What it has to be for that. */
  readonly from: readonly HitStatus[];
}

/**
 * What becomes of the hits of a case that were known, now that the rules were asked again: a yellow
 * one that no longer holds is resolved, or overtaken where its subject is red now; one that holds
 * again is open again. Red stays as it is, whatever was done in the meantime.
 */
export function hitChanges(
  known: readonly KnownHit[],
  hits: readonly Pick<WatchHit, 'key' | 'light'>[],
): HitChange[] {
  const holding = new Set(hits.map(({ key }) => key));
  const red = new Set(hits.filter(({ light }) => light === 'red').map(subjectOf));
  return known.flatMap((hit): HitChange[] => {
    const { id, key, light, status } = hit;
    if (light === 'red') return [];
    if (holding.has(key)) {
      const isBack = status === 'resolved' || status === 'overtaken';
      return isBack ? [{ id, status: 'open', from: ['resolved', 'overtaken'] }] : [];
    }
    if (status !== 'open') return [];
    return [{ id, status: red.has(subjectOf(hit)) ? 'overtaken' : 'resolved', from: ['open'] }];
  });
}

/** A key is rule, case and subject: what went from yellow to red is the same subject. */
function subjectOf({ key }: { readonly key: string }): string {
  return key.slice(key.indexOf(' '));
}
