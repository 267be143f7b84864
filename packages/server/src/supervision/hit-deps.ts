import type { CaseDeps, CaseDesk } from '../cases/index.ts';
import type { SupervisionData } from '../catalogue/index.ts';
import type { RulesInForce } from './rules-in-force.ts';

export interface SupervisionDeps extends Pick<
  CaseDeps,
  'db' | 'tenantId' | 'clock' | 'jobs' | 'statutes' | 'directory' | 'findItem'
> {
  readonly desk: Pick<CaseDesk, 'readerKeys'>;
  readonly rules: RulesInForce;
  readonly data: SupervisionData;
}
