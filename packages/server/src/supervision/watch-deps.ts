import type { CaseDeps, CaseStore } from '../cases/index.ts';
import type { SupervisionData } from '../catalogue/index.ts';
import type { Notices } from '../notices/index.ts';
import type { RulesInForce } from './rules-in-force.ts';

/** What rules are asked with as cases go on. */
export interface WatchDeps extends Pick<
  CaseDeps,
  'db' | 'tenantId' | 'clock' | 'jobs' | 'statutes' | 'directory' | 'findItem'
> {
  readonly cases: Pick<CaseStore, 'find' | 'events'>;
  readonly notices: Pick<Notices, 'queueInTx'>;
  readonly rules: RulesInForce;
  readonly data: Pick<SupervisionData, 'feeList'>;
}
