import type { CaseDeps, CaseDesk, CaseStore, CommandParts } from '../cases/index.ts';
import type { DocumentRenderer } from '../documents/index.ts';
import type { Drafts, UploadDeps } from '../drafts/index.ts';
import type { Notices } from '../notices/index.ts';
import type { Persons } from '../people/index.ts';
import type { Clock } from '../platform/clock/index.ts';
import type { FileStore } from '../platform/files/index.ts';
import type { RateLimiter } from '../platform/rate-limit/index.ts';

/** What the use cases about letters work with. */
export interface LetterDeps extends CaseDeps {
  readonly cases: CaseStore;
  readonly desk: CaseDesk;
  readonly commands: CommandParts;
  readonly persons: Pick<Persons, 'get' | 'recordWalkIn' | 'recordNameless'>;
  readonly drafts: Pick<Drafts, 'materialsOf'>;
  readonly uploads: UploadDeps;
  readonly files: FileStore;
  readonly limiter: RateLimiter;
  readonly notices: Pick<Notices, 'queueInTx' | 'canSend'>;
  readonly renderer: Pick<DocumentRenderer, 'render'>;
  readonly publicUrl: string;
  /** Codes live in real time, also where a demo's clock has been moved. */
  readonly wallClock: Clock;
}

export type { Made as Outcome } from '../cases/index.ts';
