import { subtrees } from '../people/index.ts';
import type { KnownPost } from './account-store.pg.ts';
import { SEPARATORS } from './column-headers.messages.ts';

export interface NamedOrg {
  readonly id: string;
  readonly parentId?: string;
  readonly name: string;
  readonly shortName?: string;
}

export interface PostProblem {
  readonly code: 'org-unknown' | 'post-not-there' | 'post-ambiguous' | 'post-is-reserved';
  readonly value: string;
}

export type FoundPosts =
  | { readonly postIds: readonly string[] }
  | { readonly problem: PostProblem; readonly column: 'org' | 'posts' };

/**
 * Posts as people write them: by id, or by name in an organisation, which is meant with all that is
 * below it unless the post is its own.
 */
export function createPostFinder(
  orgs: readonly NamedOrg[],
  posts: readonly KnownPost[],
): (org: string, names: string) => FoundPosts {
  const below = subtrees(orgs);
  const byId = new Map(posts.map((post) => [post.id, post]));
  const named = (text: string) =>
    orgs.filter(({ id, name, shortName }) => [id, name, shortName].includes(text));
  const find = (name: string, places: readonly NamedOrg[] | undefined): readonly KnownPost[] => {
    const exact = byId.get(name);
    if (exact !== undefined) return [exact];
    const same = posts.filter((post) => post.name === name);
    if (places === undefined) return same;
    const own = same.filter(({ orgId }) => places.some(({ id }) => id === orgId));
    if (own.length > 0) return own;
    return same.filter(({ orgId }) => places.some(({ id }) => below.get(id)?.has(orgId)));
  };
  return (org, names) => {
    const places = org === '' ? undefined : named(org);
    if (places?.length === 0) {
      return { problem: { code: 'org-unknown', value: org }, column: 'org' };
    }
    const postIds: string[] = [];
    for (const value of names.split(SEPARATORS).map((each) => each.trim())) {
      if (value === '') continue;
      const [post, another] = find(value, places);
      const code =
        post === undefined
          ? 'post-not-there'
          : another !== undefined
            ? 'post-ambiguous'
            : post.isReserved
              ? 'post-is-reserved'
              : undefined;
      if (code !== undefined) return { problem: { code, value }, column: 'posts' };
      if (post !== undefined && !postIds.includes(post.id)) postIds.push(post.id);
    }
    return { postIds };
  };
}
