import type { DesignPost } from '@yichuang/contracts';
import type { ItemDefinition } from '@yichuang/kernel';
import type { DesignWords } from '../words.ts';

export interface PostOption {
  readonly value: string;
  readonly label: string;
  /** What a typed word is looked for in: name, unit, holders. */
  readonly search: string;
}

export interface PostGroup {
  readonly label: string;
  readonly options: PostOption[];
}

/**
 * Posts by unit, those of the applicant's own unit first where an item serves every unit. What is
 * chosen already is always listed, also when the post is gone: it has to be seen to be replaced.
 */
export function postOptions(
  posts: readonly DesignPost[],
  item: ItemDefinition,
  chosen: readonly string[],
  words: DesignWords,
): PostGroup[] {
  const { t } = words;
  const known = new Set(posts.map(({ id }) => id));
  const extra = [...rolesOfNewUnits(posts, item), ...chosen].filter((id) => !known.has(id));
  const plain = (id: string): PostOption => ({
    value: id,
    label: words.post(id),
    search: words.post(id),
  });
  const units = new Map<string, PostOption[]>();
  for (const post of posts) {
    const options = units.get(post.orgName) ?? [];
    const people = post.holders.length === 0 ? t('designer.vacant') : post.holders.join(' ');
    const label = words.post(post.id);
    units.set(post.orgName, [...options, { value: post.id, label, search: `${label} ${people}` }]);
  }
  return [
    ...[...units].map(([label, options]) => ({ label, options })),
    ...(extra.length === 0
      ? []
      : [{ label: t('designer.postsOther'), options: [...new Set(extra)].map(plain) }]),
  ];
}

/** `@head:toOrg` for a field with a unit that the server has not seen in the form yet. */
function rolesOfNewUnits(posts: readonly DesignPost[], item: ItemDefinition): string[] {
  const fields = Object.entries(item.form?.schema.properties ?? {});
  const roles = posts.filter(({ id }) => id.startsWith('@') && !id.includes(':'));
  return fields.flatMap(([name, { format }]) =>
    format === 'org' ? roles.map(({ id }) => `${id}:${name}`) : [],
  );
}
