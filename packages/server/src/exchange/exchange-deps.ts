import type { CaseStore, Directory, FormSealer } from '../cases/index.ts';
import type { UploadShape } from '../catalogue/index.ts';
import type { ItemDefinition } from '@yichuang/kernel/case';
import type { Clock } from '../platform/clock/index.ts';
import type { Database } from '../platform/db/index.ts';
import type { Jobs } from '../platform/jobs/index.ts';
import type { Notices } from '../notices/index.ts';
import type { Receiver } from './receiver.ts';

/** The receiver that is configured, and how it is spoken to. */
export interface UploadTarget {
  /** Without a trailing slash. */
  readonly url: string;
  readonly token: string;
  readonly receiver: Receiver;
  readonly shape: UploadShape;
  /** The county is invented: every batch says so. */
  readonly isTest: boolean;
}

export interface ExchangeDeps {
  readonly tenantId: string;
  readonly db: Database;
  readonly jobs: Jobs;
  /** The county's days: of events, and of what is compared. */
  readonly clock: Clock;
  /** Leases and pauses are of real time, also where a demo's clock was moved. */
  readonly wallClock: Clock;
  readonly cases: Pick<CaseStore, 'events'>;
  readonly directory: Directory;
  readonly sealer: Pick<FormSealer, 'openText'>;
  readonly notices: Notices;
  readonly findItem: (code: string, version?: number) => Promise<ItemDefinition | undefined>;
  /** Told of a case that cannot be read; it is held back. */
  readonly onError: (error: unknown) => void;
  /** Absent: nothing is sent to anybody. */
  readonly target?: UploadTarget;
}

/** The same, where there is somebody to send to. */
export type SendingDeps = ExchangeDeps & { readonly target: UploadTarget };

export function shapeName({ id, version }: UploadShape): string {
  return `${id}@${version}`;
}
