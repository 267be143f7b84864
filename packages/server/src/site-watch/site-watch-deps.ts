import type { Clock } from '../platform/clock/index.ts';
import type { Database } from '../platform/db/index.ts';
import type { Jobs } from '../platform/jobs/index.ts';

export interface SiteWatchDeps {
  readonly tenantId: string;
  readonly db: Database;
  readonly clock: Clock;
  readonly jobs: Pick<Jobs, 'enqueueInTx' | 'wake'>;
  /** As everybody reaches it: what is measured is the way there too. */
  readonly publicUrl: string;
}
