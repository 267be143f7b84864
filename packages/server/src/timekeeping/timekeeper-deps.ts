import type { CaseDeps, CaseStore } from '../cases/index.ts';
import type { Notices } from '../notices/index.ts';
import type { Db } from '../platform/db/index.ts';
import type { AlarmRules } from './alarm-rules.ts';
import type { TurnedClock } from './clock-sweep.pg.ts';

export interface TimekeeperDeps extends CaseDeps {
  readonly cases: CaseStore;
  readonly notices: Notices;
  /** For links in messages. */
  readonly publicUrl: string;
  /** Of the pack; not given: `usualAlarms`. */
  readonly alarms?: AlarmRules;
  /**
   * Given what turned yellow or red between two looks: once a look, with the whole list (of more
   * than 5,000 in parts). In the transaction that writes the look down: what is written or enqueued
   * with `tx` is there exactly once; what it throws undoes the look, and the next begins again.
   */
  readonly onTurned?: (tx: Db, turned: readonly TurnedClock[]) => Promise<void>;
  /** Told of a sweep that failed; the next one looks again from where this one began. */
  readonly onError: (error: unknown) => void;
}
