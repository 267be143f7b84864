import type { ItemDefinition } from '@yichuang/kernel/case';
import type { PackTheme } from './pack-schemas.ts';
import { pairsOf, plainName } from './segment.ts';

/** Everything by which an item may be found by its words, as pairs of characters (`pairsOf`). */
export function searchTermsOf(item: ItemDefinition): string[] {
  const texts = [item.name, plainName(item.name), item.nameEn ?? '', ...(item.synonyms ?? [])];
  return [...new Set(texts.flatMap(pairsOf))].sort();
}

/** Themes by the words in a name and by the department, for lists that have no themes. */
export function themesOf(name: string, orgId: string, themes: readonly PackTheme[]): PackTheme[] {
  return themes.filter(
    (theme) =>
      theme.keywords.some((word) => name.includes(word)) || theme.orgIds?.includes(orgId) === true,
  );
}
