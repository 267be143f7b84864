/** What a pack says about letters beside its items: words, units and other procedures. */
import { Type, type Static, type TSchema } from '@sinclair/typebox';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { isMissing, readPackJson } from './read-pack.ts';
import type { PackProblem } from './pack-problem.ts';
import { OrgId } from './pack-schemas.ts';

const closed = <T extends Record<string, TSchema>>(properties: T) =>
  Type.Object(properties, { additionalProperties: false });
const Word = Type.String({ minLength: 1, maxLength: 40 });
const Text = Type.String({ minLength: 1, maxLength: 500 });

const WordsSchema = closed({ words: Type.Array(Word) });

const UnitsSchema = closed({
  units: Type.Array(closed({ orgId: OrgId, words: Type.Array(Word, { minItems: 1 }) })),
});

const ElsewhereSchema = closed({
  elsewhere: Type.Array(
    closed({
      code: Type.String({ pattern: '^[a-z-]+$' }),
      name: Text,
      nameEn: Text,
      goTo: Text,
      goToEn: Text,
      basis: closed({ law: Text, article: Text, text: Text, version: Text }),
      /** It may belong there when all words of one of these lists occur. */
      when: Type.Array(Type.Array(Word, { minItems: 1 }), { minItems: 1 }),
    }),
  ),
});

const Weight = Type.Integer({ minimum: 0, maximum: 100 });
const RankingSchema = closed({ onTime: Weight, quality: Weight, satisfaction: Weight });

/** What each share weighs in the ranking of units; of what cannot be counted, the others do. */
export type RankingWeights = Static<typeof RankingSchema>;

export interface LetterData {
  /** Words that comments are to be read twice for; they bar nobody. */
  readonly words: readonly string[];
  /** What a unit deals with, in the words of those who write in. */
  readonly units: Static<typeof UnitsSchema>['units'];
  /** Other procedures by law (信访工作条例第三十一条). */
  readonly elsewhere: Static<typeof ElsewhereSchema>['elsewhere'];
  readonly ranking?: RankingWeights;
}

export const noLetterData: LetterData = { words: [], units: [], elsewhere: [] };

/** Of one pack; each of the files may be absent. */
export async function readLetterData(
  directory: string,
  orgIds: { has(orgId: string): boolean },
  problems: PackProblem[],
): Promise<LetterData> {
  const read = async <S extends TSchema>(file: string, schema: S) =>
    (await isThere(join(directory, file)))
      ? readPackJson(directory, file, schema, problems)
      : undefined;
  const [words, units, elsewhere, ranking] = await Promise.all([
    read('words.json', WordsSchema),
    read('units.json', UnitsSchema),
    read('elsewhere.json', ElsewhereSchema),
    read('ranking.json', RankingSchema),
  ]);
  for (const [i, { orgId: id }] of (units?.value.units ?? []).entries()) {
    if (!orgIds.has(id)) units?.report(`/units/${i}/orgId`, 'unknown-organisation', { id });
  }
  return {
    words: words?.value.words ?? [],
    units: units?.value.units ?? [],
    elsewhere: elsewhere?.value.elsewhere ?? [],
    ...(ranking === undefined ? {} : { ranking: ranking.value }),
  };
}

/** Data of a pack and of one that stands on it, together; of weights, those of the upper one. */
export function joinLetterData(one: LetterData, other: LetterData): LetterData {
  const ranking = other.ranking ?? one.ranking;
  return {
    words: [...one.words, ...other.words],
    units: [...one.units, ...other.units],
    elsewhere: [...one.elsewhere, ...other.elsewhere],
    ...(ranking === undefined ? {} : { ranking }),
  };
}

async function isThere(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}
