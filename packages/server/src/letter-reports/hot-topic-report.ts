import type { HotTopicReport, HotTopicView } from '@yichuang/contracts';
import { regionNameAt } from '../cases/index.ts';
import type { HotTopic } from '../insight/index.ts';
import type { Language } from '../platform/refusal.ts';
import { findTopicsApart } from './find-topics-apart.ts';
import type { Period } from './report-period.ts';
import type { ReportReader } from './report-reader.ts';
import type { ReportDeps } from './report-deps.ts';
import { reportTexts } from './report-texts.ts';
import { findPeriodLetters, MOST_LETTERS, type PeriodLetter } from './topic-letters.pg.ts';

const MOST_TOPICS = 20;

/**
 * 热点: what many write about between two days, hottest first, with the letters behind each; and
 * where the letters come from. Undefined where there are more letters than can be grouped.
 *
 * @basis 信访工作条例 第四十一条: 年度报告应当包括下列内容：（一）信访事项的数据统计、信访事项涉及领域
 * 以及被投诉较多的机关、单位。
 */
export async function reportHotTopics(
  deps: ReportDeps,
  period: Period,
  reader: ReportReader,
  language: Language,
): Promise<HotTopicReport | undefined> {
  const letters = await findPeriodLetters(deps.db, deps.tenantId, period, reader);
  if (letters.length > MOST_LETTERS) return undefined;
  const orgs = await deps.directory.orgs();
  const nameOf = (orgId: string): string => orgs.get(orgId)?.name ?? orgId;
  const topics =
    letters.length === 0
      ? []
      : await findTopicsApart({
          letters: letters.map(
            ({ canOpen: _can, unitId: _unit, divisionId: _at, ...each }) => each,
          ),
          options: {
            fromOn: period.from,
            toOn: period.until,
            most: MOST_TOPICS,
            divisions: deps.countyNames,
          },
        });
  const byId = new Map(letters.map((letter) => [letter.id, letter]));
  return {
    ...period,
    letters: letters.length,
    // Letters that share no words to name them by look alike by their form alone.
    topics: topics.filter(isNamed).map((topic, i) => ({
      rank: i + 1,
      ...topicView(
        topic,
        topic.letterIds.flatMap((id) => byId.get(id) ?? []),
        nameOf,
        language,
      ),
    })),
    divisions: divisionsOf(letters, (orgId) => regionNameAt(orgId, orgs)),
  };
}

function isNamed({ title }: HotTopic): boolean {
  return title.trim() !== '';
}

function topicView(
  topic: HotTopic,
  letters: readonly PeriodLetter[],
  nameOf: (orgId: string) => string,
  language: Language,
): Omit<HotTopicView, 'rank'> {
  const units = Map.groupBy(letters, ({ unitId }) => unitId);
  const likes = letters.reduce((sum, letter) => sum + (letter.likes ?? 0), 0);
  return {
    title: topic.title,
    ...(topic.place === undefined ? {} : { place: topic.place }),
    issue: topic.concern,
    heat: topic.heat,
    letters: letters.length,
    senders: topic.senders,
    likes,
    from: topic.firstOn,
    until: topic.lastOn,
    trend: topic.trend.map(({ fromOn, letters: count }) => ({ day: fromOn, count })),
    units: [...units]
      .flatMap(([unitId, those]) =>
        unitId === undefined ? [] : [{ name: nameOf(unitId), count: those.length }],
      )
      .toSorted((a, b) => b.count - a.count),
    why: reportTexts[language].whyHot(topic.why),
    ids: letters.filter(({ canOpen }) => canOpen).map(({ id }) => id),
  };
}

function divisionsOf(
  letters: readonly PeriodLetter[],
  nameOf: (orgId: string) => string,
): HotTopicReport['divisions'] {
  const byDivision = Map.groupBy(letters, ({ divisionId }) => divisionId);
  return [...byDivision]
    .flatMap(([orgId, those]) => {
      if (orgId === undefined) return [];
      const ids = those.filter(({ canOpen }) => canOpen).map(({ id }) => id);
      return [{ orgId, name: nameOf(orgId), count: those.length, ids }];
    })
    .toSorted((a, b) => b.count - a.count || (a.orgId < b.orgId ? -1 : 1));
}
