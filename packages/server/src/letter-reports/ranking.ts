import type { RankingReport } from '@yichuang/contracts';
import type { Language } from '../platform/refusal.ts';
import { countUnits, type FigureQuery } from './letter-figures.pg.ts';
import { formulaOf, rankUnits } from './rank-units.ts';
import type { ReportDeps } from './report-deps.ts';
import { reportTexts } from './report-texts.ts';

export interface RankingQuery extends FigureQuery {
  readonly language: Language;
  /** Units with fewer letters than this are not listed. */
  readonly leastLetters: number;
}

/** 排名: units by on-time, quality and satisfaction, with the formula in words. */
export async function reportRanking(
  { db, tenantId, directory, rankingWeights }: ReportDeps,
  query: RankingQuery,
): Promise<RankingReport> {
  const [counted, orgs] = await Promise.all([countUnits(db, tenantId, query), directory.orgs()]);
  const listed = counted.filter(({ received }) => received >= query.leastLetters);
  return {
    from: query.from,
    until: query.until,
    formula: formulaOf(reportTexts[query.language].formula, rankingWeights),
    units: rankUnits(listed, (orgId) => orgs.get(orgId)?.name ?? orgId, rankingWeights),
  };
}
