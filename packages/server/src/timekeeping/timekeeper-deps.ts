import type { CaseDeps, CaseStore } from '../cases/index.ts';
import type { Notices } from '../notices/index.ts';

export interface TimekeeperDeps extends CaseDeps {
  readonly cases: CaseStore;
  readonly notices: Notices;
  /** For links in messages. */
  readonly publicUrl: string;
  /** Told of a sweep that failed; the next one looks again from where this one began. */
  readonly onError: (error: unknown) => void;
}
