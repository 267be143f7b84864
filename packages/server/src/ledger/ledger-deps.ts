import type { CaseStore } from '../cases/index.ts';
import type { Clock } from '../platform/clock/index.ts';
import type { Database } from '../platform/db/index.ts';
import type { DayTrees } from './day-trees.ts';

export interface LedgerDeps {
  readonly tenantId: string;
  readonly db: Database;
  readonly clock: Clock;
  readonly store: Pick<CaseStore, 'events' | 'mayRead'>;
  readonly trees: DayTrees;
}
