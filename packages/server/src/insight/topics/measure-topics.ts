import type { HotTopic } from './letter-topic.ts';

/** A letter's topic as people named it, by the letter's id. */
export type NamedTopics = ReadonlyMap<string, string>;

export interface TopicAgreement {
  /** Over all pairs of letters with a named topic: joined here and there. 0 to 1. */
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /**
   * Of all pairs joined here with at least one letter of a named topic, the share of one topic: a
   * letter nobody named counts as pulled in wrongly.
   */
  readonly strictPrecision: number;
  /** Named topics that one of the `most` hottest holds at least half of and is mostly made of. */
  readonly found: readonly string[];
  readonly missed: readonly string[];
}

/** How far topics agree with those that people named. */
export function measureTopics(
  topics: readonly Pick<HotTopic, 'letterIds'>[],
  named: NamedTopics,
  most: number,
): TopicAgreement {
  const joined = pairsWithin(topics.map(({ letterIds }) => letterIds));
  const ofNamed = joined.filter(([a, b]) => named.has(a) && named.has(b));
  const right = ofNamed.filter(([a, b]) => named.get(a) === named.get(b)).length;
  const touched = joined.filter(([a, b]) => named.has(a) || named.has(b)).length;
  const byTopic = Map.groupBy(named.keys(), (id) => named.get(id) ?? '');
  const wanted = pairsWithin([...byTopic.values()]).length;
  const hottest = topics.slice(0, most);
  const isFound = (ids: readonly string[]): boolean =>
    hottest.some(({ letterIds }) => {
      const held = ids.filter((id) => letterIds.includes(id)).length;
      return 2 * held >= ids.length && 2 * held > letterIds.length;
    });
  const names = [...byTopic.keys()].sort();
  const found = names.filter((name) => isFound(byTopic.get(name) ?? []));
  const precision = right / ofNamed.length;
  const recall = right / wanted;
  return {
    precision,
    recall,
    f1: (2 * precision * recall) / (precision + recall),
    strictPrecision: right / touched,
    found,
    missed: names.filter((name) => !found.includes(name)),
  };
}

function pairsWithin(groups: readonly (readonly string[])[]): (readonly [string, string])[] {
  return groups.flatMap((group) =>
    group.flatMap((a, i) => group.slice(0, i).map((b) => [a, b] as const)),
  );
}
