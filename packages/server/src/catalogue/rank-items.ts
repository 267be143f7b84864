import type { ItemRow } from './item-store.ts';
import type { PackTheme, SynonymGroup, Synonyms } from './pack-schemas.ts';
import { normaliseText, plainName, type Segmenter } from './segment.ts';

/** A query understood: its words without the empty ones, and the synonyms that it speaks of. */
export interface UnderstoodQuery {
  readonly text: string;
  readonly words: readonly string[];
  readonly groups: readonly { readonly group: SynonymGroup; readonly said: string }[];
}

export interface RankedItem {
  readonly row: ItemRow;
  readonly score: number;
  /** The words that led here, when it was not the name. */
  readonly foundBy?: string;
}

export function understandQuery(
  query: string,
  synonyms: Synonyms,
  segmenter: Segmenter,
): UnderstoodQuery {
  const text = normaliseText(query);
  const stop = new Set(synonyms.stopWords);
  const meant = (phrase: string): string[] =>
    segmenter.words(phrase).filter((word) => !stop.has(word));
  const words = meant(text);
  const isSaid = (say: string): boolean => {
    if (text.includes(normaliseText(say))) return true;
    const parts = meant(say);
    return parts.length > 0 && parts.every((part) => words.includes(part));
  };
  const groups = synonyms.groups.flatMap((group) => {
    const said = group.say.find(isSaid);
    return said === undefined ? [] : [{ group, said }];
  });
  return { text, words, groups };
}

/**
 * Best first: the query as the name or as an item's own synonym; the whole query in the name; then
 * synonyms, in the order in which the pack lists what they find; then names with the rarer of the
 * query's words; then themes and departments. Of equal ones, what can be done online comes first.
 */
export function rankItems(
  query: UnderstoodQuery,
  rows: readonly ItemRow[],
  themes: readonly PackTheme[],
): RankedItem[] {
  const weights = weightsOf(query.words, rows);
  const themeIds = new Set(
    themes.filter(({ name }) => query.text.includes(name)).map(({ id }) => id),
  );
  return rows
    .flatMap((row) => {
      const [best] = [
        ...byName(query, row),
        ...bySynonym(query, row),
        ...byOwnSynonym(query, row),
        ...byWords(row, weights),
        ...byPlace(query, row, themeIds),
      ].sort((a, b) => b.score - a.score);
      if (best === undefined) return [];
      const score = Math.round((best.score + (row.isOnline ? 10 : 0)) * 100) / 100;
      const foundBy = best.foundBy === undefined ? {} : { foundBy: best.foundBy };
      return [{ row, score, ...foundBy }];
    })
    .sort((a, b) => b.score - a.score || (a.row.code < b.row.code ? -1 : 1));
}

interface Hit {
  readonly score: number;
  readonly foundBy?: string;
}

/** How much of the name the phrase is: the shorter name is meant more likely. */
function share(phrase: string, name: string): number {
  return phrase.length / Math.max(phrase.length, plainName(name).length);
}

function containsPhrase(row: ItemRow, phrase: string): boolean {
  return normaliseText(row.name).includes(phrase) || plainName(row.name).includes(phrase);
}

function byName({ text }: UnderstoodQuery, row: ItemRow): Hit[] {
  if (text === plainName(row.name) || text === normaliseText(row.name)) return [{ score: 1000 }];
  const names = [row.name, ...(row.nameEn === undefined ? [] : [row.nameEn])];
  if (!names.some((name) => normaliseText(name).includes(text)) && !containsPhrase(row, text)) {
    return [];
  }
  return [{ score: 600 + 100 * share(text, row.name) }];
}

function bySynonym({ groups }: UnderstoodQuery, row: ItemRow): Hit[] {
  return groups.flatMap(({ group, said }) =>
    group.find.flatMap((phrase, i) => {
      if (!containsPhrase(row, normaliseText(phrase))) return [];
      return [{ score: 500 - 30 * i + 15 * share(phrase, row.name), foundBy: said }];
    }),
  );
}

function byOwnSynonym({ text, words }: UnderstoodQuery, row: ItemRow): Hit[] {
  if (row.synonyms.includes(text)) return [{ score: 900, foundBy: text }];
  const said = row.synonyms.find(
    (synonym) => text.includes(synonym) || words.some((word) => word === synonym),
  );
  return said === undefined ? [] : [{ score: 480, foundBy: said }];
}

/** Rare words say more: 登记 is in every third name. */
function weightsOf(
  words: readonly string[],
  rows: readonly ItemRow[],
): ReadonlyMap<string, number> {
  const weight = (word: string): number => {
    const names = rows.filter((row) => containsPhrase(row, word)).length;
    return word.length * Math.log(1 + (rows.length + 1) / (names + 1));
  };
  return new Map(words.map((word) => [word, weight(word)]));
}

const enoughOfTheWords = 0.35;

function byWords(row: ItemRow, weights: ReadonlyMap<string, number>): Hit[] {
  let [found, all] = [0, 0];
  for (const [word, weight] of weights) {
    all += weight;
    if (containsPhrase(row, word)) found += weight;
  }
  return all > 0 && found / all >= enoughOfTheWords ? [{ score: (300 * found) / all }] : [];
}

function byPlace({ text }: UnderstoodQuery, row: ItemRow, themeIds: ReadonlySet<string>): Hit[] {
  const hits: Hit[] = row.themes.some((id) => themeIds.has(id)) ? [{ score: 150 }] : [];
  if (text.length >= 2 && row.orgName.includes(text)) hits.push({ score: 120 });
  return hits;
}
