import type { ItemRow } from './item-store.ts';
import { normaliseText, plainName } from './segment.ts';
import type { UnderstoodQuery } from './understand-query.ts';

export interface RankedItem {
  readonly row: ItemRow;
  readonly score: number;
  /** The words that led here, when it was not the name. */
  readonly foundBy?: string;
}

/**
 * Best first: the query as the name or as an item's own synonym; the whole query in the name; then
 * synonyms, in the order in which the pack lists what they find; then names with the rarer of the
 * query's words; then themes and departments. Of equal ones, what can be done online comes first.
 */
export function rankItems(query: UnderstoodQuery, rows: readonly ItemRow[]): RankedItem[] {
  const named = rows.map(nameRow);
  const weights = weightsOf(query.words, named);
  return named
    .flatMap((item) => {
      const [best] = [
        ...byName(query, item),
        ...bySynonym(query, item),
        ...byOwnSynonym(query, item),
        ...byWords(item, weights),
        ...byPlace(query, item),
      ].sort((a, b) => b.score - a.score);
      if (best === undefined) return [];
      const { row } = item;
      const score = Math.round((best.score + (row.isOnline ? 10 : 0)) * 100) / 100;
      const foundBy = best.foundBy === undefined ? {} : { foundBy: best.foundBy };
      return [{ row, score, ...foundBy }];
    })
    .sort((a, b) => b.score - a.score || (a.row.code < b.row.code ? -1 : 1));
}

/** A row with its name as it is compared. */
interface NamedRow {
  readonly row: ItemRow;
  readonly full: string;
  /** Without what stands in brackets. */
  readonly plain: string;
  readonly english: string;
  readonly synonyms: readonly string[];
}

function nameRow(row: ItemRow): NamedRow {
  return {
    row,
    full: normaliseText(row.name),
    plain: plainName(row.name),
    english: normaliseText(row.nameEn ?? ''),
    synonyms: row.synonyms.map(normaliseText),
  };
}

interface Hit {
  readonly score: number;
  readonly foundBy?: string;
}

/** How much of the name the phrase is: the shorter name is meant more likely. */
function share(phrase: string, { plain }: NamedRow): number {
  return phrase.length / Math.max(phrase.length, plain.length);
}

function contains({ full, plain }: NamedRow, phrase: string): boolean {
  return full.includes(phrase) || plain.includes(phrase);
}

function byName({ text }: UnderstoodQuery, item: NamedRow): Hit[] {
  if (text === item.plain || text === item.full) return [{ score: 1000 }];
  const isInName = contains(item, text) || item.english.includes(text);
  return isInName ? [{ score: 600 + 100 * share(text, item) }] : [];
}

function bySynonym({ synonyms }: UnderstoodQuery, item: NamedRow): Hit[] {
  return synonyms.flatMap(({ said, find }) =>
    find.flatMap((phrase, i) =>
      contains(item, phrase)
        ? [{ score: 500 - 30 * i + 15 * share(phrase, item), foundBy: said }]
        : [],
    ),
  );
}

function byOwnSynonym({ text, words }: UnderstoodQuery, { synonyms }: NamedRow): Hit[] {
  if (synonyms.includes(text)) return [{ score: 900, foundBy: text }];
  const said = synonyms.find((synonym) => text.includes(synonym) || words.includes(synonym));
  return said === undefined ? [] : [{ score: 480, foundBy: said }];
}

/** Rare words say more: 登记 is in every third name. */
function weightsOf(
  words: readonly string[],
  rows: readonly NamedRow[],
): ReadonlyMap<string, number> {
  const weight = (word: string): number => {
    const names = rows.filter((row) => contains(row, word)).length;
    return word.length * Math.log(1 + (rows.length + 1) / (names + 1));
  };
  return new Map(words.map((word) => [word, weight(word)]));
}

const enoughOfTheWords = 0.35;

function byWords(item: NamedRow, weights: ReadonlyMap<string, number>): Hit[] {
  let [found, all] = [0, 0];
  for (const [word, weight] of weights) {
    all += weight;
    if (contains(item, word)) found += weight;
  }
  return all > 0 && found / all >= enoughOfTheWords ? [{ score: (300 * found) / all }] : [];
}

function byPlace({ themeIds, orgIds }: UnderstoodQuery, { row }: NamedRow): Hit[] {
  const hits: Hit[] = row.themes.some((id) => themeIds.includes(id)) ? [{ score: 150 }] : [];
  if (orgIds.includes(row.orgId)) hits.push({ score: 120 });
  return hits;
}
