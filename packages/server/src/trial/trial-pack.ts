import type { Pack } from '../catalogue/index.ts';
import type { CopiedAccount } from './trial-store.pg.ts';
import { trialTexts } from './trial.messages.ts';

/** The tenant of a trial county's n-th generation: a reset begins the next one. */
export function trialIdOf(countyId: string, generation: number): string {
  return `${countyId}-trial-${generation}`;
}

/**
 * The county's pack as its trial runs it: the same items, flows and posts under another tenant,
 * marked by name; the county's staff by their own log-in names, and for each post that nobody
 * holds somebody invented, or a flow would stop there.
 */
export function trialPack(pack: Pack, trialId: string, staff: readonly CopiedAccount[]): Pack {
  const posts = new Set(pack.posts.map(({ id }) => id));
  const copied = staff.flatMap(({ account, name, posts: held }) => {
    const known = held.filter((post) => posts.has(post));
    return known.length === 0 ? [] : [{ account, name, phone: '', posts: known }];
  });
  const taken = new Set(copied.flatMap((each) => each.posts));
  const invented = pack.posts
    .filter(({ id }) => !taken.has(id))
    .map(({ id, name }) => ({
      account: `t.${id}`,
      name: inventedName(name),
      phone: '',
      posts: [id],
    }));
  return {
    ...pack,
    tenant: { ...pack.tenant, id: trialId },
    siteName: `${trialTexts.mark}${pack.siteName}`,
    siteNameEn: `${trialTexts.markEn}${pack.siteNameEn}`,
    people: { ...pack.people, staff: [...copied, ...invented] },
  };
}

function inventedName(postName: string): string {
  return `${trialTexts.inventedStaff}${postName}`;
}
