import type { DesignPost } from '@yichuang/contracts';
import type { ItemDefinition } from '@yichuang/kernel/case';
import type { Pack } from '../catalogue/index.ts';
import type { Language } from '../platform/refusal.ts';
import { roleTexts } from './role-posts.messages.ts';

/**
 * Posts that an internal flow names by their role: in the applicant's own unit, or in one that the
 * form asks for. A licence names posts only: its flow belongs to one office.
 */
export function rolePosts(
  pack: Pick<Pack, 'posts'>,
  item: ItemDefinition,
  language: Language,
): DesignPost[] {
  if (item.lifecycle !== 'internal') return [];
  const { roles, own, named } = roleTexts[language];
  const units = Object.entries(item.form?.schema.properties ?? {})
    .filter(([, { format }]) => format === 'org')
    .map(([field, { title }]) => ({ suffix: `:${field}`, orgName: named(title) }));
  const known = [...new Set(pack.posts.flatMap(({ role }) => role ?? []))];
  return [{ suffix: '', orgName: own }, ...units].flatMap(({ suffix, orgName }) =>
    known.map((role) => ({
      id: `@${role}${suffix}`,
      name: roles[role] ?? role,
      orgId: '',
      orgName,
      holders: [],
    })),
  );
}
