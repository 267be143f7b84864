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
  /** Of a whole catalogue, thousands of pages of one kind, a night's share is looked at. */
  readonly mostPages?: number;
}
