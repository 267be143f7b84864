import type { ItemPage, ItemQuery, ItemSummary } from '@yichuang/contracts';
import type { Db } from '../platform/db/index.ts';
import type { BrowsePlace, ItemFilter, ItemRow } from './item-store.ts';
import { itemStorePg } from './item-store.pg.ts';
import { rankItems, type RankedItem } from './rank-items.ts';
import { loadSegmenter, normaliseText, pairsOf } from './segment.ts';
import { understandQuery, type SearchPack } from './understand-query.ts';

const pageRows = 20;
/** Beyond this a list says "1,000+": nobody reads on, everybody types one more word. */
const mostCounted = 1000;

/**
 * Items by words, or by audience, theme and department in the order of the catalogue; pages by key,
 * so that a page does not shift when an item is added. An unreadable cursor starts at the top.
 */
export async function searchItems(
  db: Db,
  tenantId: string,
  query: ItemQuery,
  pack: SearchPack,
): Promise<ItemPage> {
  const words = normaliseText(query.q ?? '');
  return words === ''
    ? browseItems(db, tenantId, query)
    : findItems(db, tenantId, { ...query, q: words }, pack);
}

function filterOf({ audience, theme, orgId, onlineOnly }: ItemQuery): ItemFilter {
  return {
    ...(audience !== undefined && { audience }),
    ...(theme !== undefined && { theme }),
    ...(orgId !== undefined && { orgId }),
    ...(onlineOnly !== undefined && { onlineOnly }),
  };
}

async function browseItems(db: Db, tenantId: string, query: ItemQuery): Promise<ItemPage> {
  const store = itemStorePg(db, tenantId);
  const filter = filterOf(query);
  const limit = query.limit ?? pageRows;
  const after = readCursor(query.cursor, isBrowsePlace);
  const [rows, counted] = await Promise.all([
    store.browse(filter, limit + 1, after),
    store.count(filter, mostCounted + 1),
  ]);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const place = last && { isOnline: last.isOnline, name: last.name, code: last.code };
  return {
    rows: shown.map((row) => toSummary(row)),
    ...(rows.length > limit && place !== undefined && { nextCursor: writeCursor(place) }),
    total: Math.min(counted, mostCounted),
    isTotalCapped: counted > mostCounted,
  };
}

async function findItems(
  db: Db,
  tenantId: string,
  query: ItemQuery & { readonly q: string },
  pack: SearchPack,
): Promise<ItemPage> {
  const understood = understandQuery(query.q, pack, await loadSegmenter());
  const { text, words, synonyms, themeIds, orgIds } = understood;
  const phrases = [text, ...words, ...synonyms.flatMap(({ find }) => find)];
  const candidates = await itemStorePg(db, tenantId).findCandidates(
    filterOf(query),
    {
      termGroups: phrases.map(pairsOf).filter((pairs) => pairs.length > 0),
      themeIds,
      orgIds,
      // Of a single character there are no pairs, so the names themselves are read.
      ...(pairsOf(text).length === 0 && { nameContains: text }),
    },
    mostCounted + 1,
  );
  return pageOf(rankItems(understood, candidates), query, candidates.length > mostCounted);
}

interface RankPlace {
  readonly score: number;
  readonly code: string;
}

function pageOf(ranked: readonly RankedItem[], query: ItemQuery, isTotalCapped: boolean): ItemPage {
  const after = readCursor(query.cursor, isRankPlace);
  const rest = ranked.filter(({ score, row }) => {
    if (after === undefined || score < after.score) return true;
    return score === after.score && row.code > after.code;
  });
  const shown = rest.slice(0, query.limit ?? pageRows);
  const last = shown.at(-1);
  const place = last && { score: last.score, code: last.row.code };
  return {
    rows: shown.map(({ row, foundBy }) => toSummary(row, foundBy)),
    ...(rest.length > shown.length && place !== undefined && { nextCursor: writeCursor(place) }),
    total: ranked.length,
    isTotalCapped,
  };
}

function toSummary(found: ItemRow, foundBy?: string): ItemSummary {
  const { synonyms, audiences, themes, ...row } = found;
  void synonyms; // for the ranking only
  return {
    ...row,
    audiences: [...audiences],
    themes: [...themes],
    ...(foundBy !== undefined && { foundBy }),
  };
}

function writeCursor(place: BrowsePlace | RankPlace): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

function readCursor<T>(cursor: string | undefined, is: (v: unknown) => v is T): T | undefined {
  if (cursor === undefined) return undefined;
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return is(place) ? place : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isBrowsePlace(value: unknown): value is BrowsePlace {
  const place = value as Partial<BrowsePlace> | null;
  return (
    typeof place?.isOnline === 'boolean' &&
    typeof place.name === 'string' &&
    typeof place.code === 'string'
  );
}

function isRankPlace(value: unknown): value is RankPlace {
  const place = value as Partial<RankPlace> | null;
  return typeof place?.score === 'number' && typeof place.code === 'string';
}
