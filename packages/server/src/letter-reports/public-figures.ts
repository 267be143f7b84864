/** The figures of the public page: of the year so far, in whole months, nothing withheld. */
import type { LetterStatistics, RankingReport } from '@yichuang/contracts';
import { civilDate } from '@yichuang/kernel/time';
import type { Language } from '../platform/refusal.ts';
import { reportRanking } from './ranking.ts';
import type { ReportDeps } from './report-deps.ts';
import { wholeMonths, yearOf } from './report-period.ts';
import { publicReader } from './report-reader.ts';
import { countStatistics } from './statistics.ts';

/** A unit with fewer letters is not judged in public. */
export const LEAST_RANKED = 3;

export function publicStatistics(deps: ReportDeps, language: Language): Promise<LetterStatistics> {
  return countStatistics(deps, { ...yearSoFar(deps), language, isPublic: true });
}

export function publicRanking(deps: ReportDeps, language: Language): Promise<RankingReport> {
  return reportRanking(deps, { ...yearSoFar(deps), language, leastLetters: LEAST_RANKED });
}

function yearSoFar({ clock }: Pick<ReportDeps, 'clock'>) {
  const today = civilDate(clock.now());
  return { ...wholeMonths(yearOf(today)), reader: publicReader, today };
}
