import type { ItemDefinition } from '@yichuang/kernel/case';
import type { PackTheme } from './pack-schemas.ts';
import { pairsOf, plainName } from './segment.ts';

/** Everything by which an item may be found, as pairs of characters (see `pairsOf`). */
export function searchTermsOf(item: ItemDefinition, themes: readonly PackTheme[]): string[] {
  const themeNames = themes.filter(({ id }) => item.themes.includes(id)).map(({ name }) => name);
  const texts = [item.name, plainName(item.name), item.nameEn ?? '', ...(item.synonyms ?? [])];
  return [...new Set([...texts, ...themeNames].flatMap(pairsOf))].sort();
}

/** Themes by the words in a name and by the department, for lists that have no themes. */
export function themesOf(name: string, orgId: string, themes: readonly PackTheme[]): PackTheme[] {
  return themes.filter(
    (theme) =>
      theme.keywords.some((word) => name.includes(word)) || theme.orgIds?.includes(orgId) === true,
  );
}
