import type { Pack } from './pack.ts';
import type { SynonymGroup, Synonyms } from './pack-schemas.ts';
import { normaliseText, type Segmenter } from './segment.ts';

export type SearchPack = Pick<Pack, 'synonyms' | 'themes' | 'organisations'>;

/** A query understood: its words without the empty ones, and what of the pack it speaks of. */
export interface UnderstoodQuery {
  readonly text: string;
  readonly words: readonly string[];
  readonly synonyms: readonly { readonly said: string; readonly find: readonly string[] }[];
  readonly themeIds: readonly string[];
  readonly orgIds: readonly string[];
}

/** A name shared by more bodies than this (the county's own) tells nothing. */
const mostOrganisations = 5;

export function understandQuery(
  query: string,
  pack: SearchPack,
  segmenter: Segmenter,
): UnderstoodQuery {
  const text = normaliseText(query);
  const words = meaningOf(text, pack.synonyms, segmenter);
  const held = new Set(words);
  const synonyms = prepare(pack.synonyms, segmenter).flatMap(({ sayings, find }) => {
    const said = sayings.find(
      ({ text: saying, words: parts }) =>
        text.includes(saying) || (parts.length > 0 && parts.every((part) => held.has(part))),
    );
    return said === undefined ? [] : [{ said: said.text, find }];
  });
  const named = [...text].length < 2 ? [] : pack.organisations.filter(isNamed);
  return {
    text,
    words,
    synonyms,
    themeIds: pack.themes.filter(({ name }) => text.includes(name)).map(({ id }) => id),
    orgIds: named.length > mostOrganisations ? [] : named.map(({ id }) => id),
  };
  function isNamed({ name, shortName, kind }: SearchPack['organisations'][number]): boolean {
    return kind === 'department' && [name, shortName ?? ''].some((each) => each.includes(text));
  }
}

function meaningOf(text: string, { stopWords }: Synonyms, segmenter: Segmenter): string[] {
  return segmenter.words(text).filter((word) => !stopWords.includes(word));
}

interface PreparedGroup {
  readonly sayings: readonly { readonly text: string; readonly words: readonly string[] }[];
  readonly find: readonly string[];
}

const prepared = new WeakMap<Synonyms, readonly PreparedGroup[]>();

/** Cutting five hundred sayings at every query took most of its time; a pack does not change. */
function prepare(synonyms: Synonyms, segmenter: Segmenter): readonly PreparedGroup[] {
  const known = prepared.get(synonyms);
  if (known !== undefined) return known;
  const groups = synonyms.groups.map((group: SynonymGroup): PreparedGroup => {
    const sayings = group.say.map(normaliseText);
    return {
      sayings: sayings.map((text) => ({ text, words: meaningOf(text, synonyms, segmenter) })),
      find: group.find.map(normaliseText),
    };
  });
  prepared.set(synonyms, groups);
  return groups;
}
