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
 * one that no longer holds is resolved, or overtaken where its limit is red now; one that holds
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
    if (status === 'open' && red.has(subjectOf(hit))) {
      return [{ id, status: 'overtaken', from: ['open'] }];
    }
    if (holding.has(key) && !red.has(subjectOf(hit))) {
      const isBack = status === 'resolved' || status === 'overtaken';
      return isBack ? [{ id, status: 'open', from: ['resolved', 'overtaken'] }] : [];
    }
    if (status !== 'open') return [];
    return [{ id, status: 'resolved', from: ['open'] }];
  });
}

/**
 * Which limit of which case: what went from yellow to red is the same one. Of anything else two
 * rules find two things, and neither takes the other's place.
 */
function subjectOf({ key }: { readonly key: string }): string {
  const subject = key.slice(key.indexOf(' ') + 1);
  return subject.includes(' clock:') ? subject : key;
}
