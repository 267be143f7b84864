import type { CaseDeps, CaseStore } from '../cases/index.ts';
import type { Notices } from '../notices/index.ts';
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
   * than 5,000 in parts). Before the look is written down, so at least once each; what it throws is
   * told and keeps nobody else waiting.
   */
  readonly onTurned?: (turned: readonly TurnedClock[]) => Promise<void> | void;
  /** Told of a sweep that failed; the next one looks again from where this one began. */
  readonly onError: (error: unknown) => void;
}
