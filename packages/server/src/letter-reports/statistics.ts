import type { LetterStatistics } from '@yichuang/contracts';
import { regionNameAt } from '../cases/index.ts';
import type { Language } from '../platform/refusal.ts';
import {
  countAll,
  countGroups,
  countWeeks,
  type FigureQuery,
  type GroupCount,
} from './letter-figures.pg.ts';
import { mergeSmall, type NamedCount } from './merge-small.ts';
import type { ReportDeps } from './report-deps.ts';
import { reportTexts } from './report-texts.ts';
import { shareOf } from './share-of.ts';

export interface StatisticsQuery extends FigureQuery {
  readonly language: Language;
  /** Small groups are put together. */
  readonly isPublic: boolean;
}

/** Counts, shares and distributions of the letters received in the period. */
export async function countStatistics(
  { db, tenantId, directory }: ReportDeps,
  query: StatisticsQuery,
): Promise<LetterStatistics> {
  const [all, groups, weeks, orgs] = await Promise.all([
    countAll(db, tenantId, query),
    countGroups(db, tenantId, query),
    countWeeks(db, tenantId, query),
    directory.orgs(),
  ]);
  const texts = reportTexts[query.language];
  const named = (dimension: GroupCount['dimension'], nameOf: (key: string) => string) => {
    const found = groups
      .filter((group) => group.dimension === dimension)
      .map(({ key, count }): NamedCount =>
        key === null
          ? { key: 'none', name: texts.notStated, count }
          : { key, name: nameOf(key), count },
      );
    if (query.isPublic) return mergeSmall(found, texts.others);
    return found.toSorted((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
  };
  const shares = {
    onTimeShare: shareOf(all.onTime, all.onTime + all.late),
    satisfiedShare: shareOf(all.satisfied, all.rated),
    ratedShare: shareOf(all.rated, all.answered),
    medianDays: all.medianDays ?? undefined,
  };
  return {
    from: query.from,
    until: query.until,
    received: all.received,
    answered: all.answered,
    ...(shares.onTimeShare === undefined ? {} : { onTimeShare: shares.onTimeShare }),
    ...(shares.satisfiedShare === undefined ? {} : { satisfiedShare: shares.satisfiedShare }),
    ...(shares.ratedShare === undefined ? {} : { ratedShare: shares.ratedShare }),
    ...(shares.medianDays === undefined ? {} : { medianDays: shares.medianDays }),
    byKind: named('kind', (key) => texts.kinds[key] ?? key),
    byCategory: named('category', (key) => key),
    byDivision: named('division', (key) => regionNameAt(key, orgs)),
    byChannel: named('channel', (key) => texts.channels[key] ?? key),
    byWeek: weeks,
  };
}
