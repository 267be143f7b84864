import type { CaseContext, CasePolicies, ItemDefinition } from '@yichuang/kernel/case';
import type { Clock } from '../platform/clock/index.ts';
import type { Database } from '../platform/db/index.ts';
import type { Jobs } from '../platform/jobs/index.ts';
import type { Secrets } from '../platform/secrets/index.ts';
import type { Statutes } from '../statutes/index.ts';
import type { Directory } from './directory.ts';

/** What the slices about cases work with; put together once, in main. */
export interface CaseDeps {
  readonly tenantId: string;
  readonly db: Database;
  readonly clock: Clock;
  readonly jobs: Jobs;
  readonly secrets: Secrets;
  readonly statutes: Statutes;
  readonly policies: CasePolicies;
  readonly directory: Directory;
  /** FEEL over a form; see slice catalogue. */
  readonly evaluate: CaseContext['evaluate'];
  /** A trial county: numbers, notices and documents say so. */
  readonly isTrial?: boolean;
  /** Without a version: the one in force. */
  readonly findItem: (code: string, version?: number) => Promise<ItemDefinition | undefined>;
}
