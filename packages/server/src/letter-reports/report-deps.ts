import type { RankingWeights } from '../catalogue/index.ts';
import type { CaseDeps, CaseDesk } from '../cases/index.ts';

export interface ReportDeps extends Pick<
  CaseDeps,
  'db' | 'tenantId' | 'clock' | 'directory' | 'statutes'
> {
  readonly desk: Pick<CaseDesk, 'readerKeys'>;
  /** Names of the county and of what lies above it: every letter may say them. */
  readonly countyNames: readonly string[];
  /** Of a pack, `ranking.json`. */
  readonly rankingWeights?: RankingWeights;
}
