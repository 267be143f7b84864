import type { Clock } from '../platform/clock/index.ts';
import type { Database } from '../platform/db/index.ts';
import type { Jobs } from '../platform/jobs/index.ts';
import type { RateLimiter } from '../platform/rate-limit/index.ts';
import type { Secrets } from '../platform/secrets/index.ts';
import type { Notices } from '../notices/index.ts';

/** What the use cases of this slice work with. */
export interface PeopleParts {
  readonly db: Database;
  readonly tenantId: string;
  /** The tenant's clock; a demo's can be moved. For what is recorded about people. */
  readonly clock: Clock;
  /** Real time, also in a demo: moving its clock a week must not end every log-in and code. */
  readonly wallClock: Clock;
  readonly secrets: Secrets;
  readonly limiter: RateLimiter;
  readonly notices: Notices;
  readonly jobs: Jobs;
  /** The site's name in the text of a code. */
  readonly siteName: string;
  readonly sessionHours: number;
}

/** Where a request comes from. */
export interface Origin {
  readonly ip: string;
  readonly userAgent: string;
}
