import type { Org } from './org-store.pg.ts';

/** For each organisation, itself and everything below it. */
export function subtrees(
  orgs: readonly Pick<Org, 'id' | 'parentId'>[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const parents = new Map(orgs.map((org) => [org.id, org.parentId]));
  const found = new Map<string, Set<string>>(orgs.map((org) => [org.id, new Set<string>()]));
  for (const { id } of orgs) {
    const seen = new Set<string>();
    for (let at: string | undefined = id; at !== undefined; at = parents.get(at)) {
      if (seen.has(at)) throw new Error(`organisation ${id} is above itself`);
      seen.add(at);
      found.get(at)?.add(id);
    }
  }
  return found;
}
