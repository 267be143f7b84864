/** Everything that makes rules be asked: a case went on, a clock turned, a day ended. */
import type { Clock } from '../platform/clock/index.ts';
import type { SupervisionData } from '../catalogue/index.ts';
import { orderOfHit, type OpenOrder } from './order-hits.ts';
import { casesGrowingLate } from './progress-store.pg.ts';
import { createRulesInForce, type RulesInForce } from './rules-in-force.ts';
import { watchCase } from './watch-case.ts';
import type { WatchDeps } from './watch-deps.ts';
import { watchClosedDays } from './watch-groups.ts';

export interface Watcher {
  readonly rules: RulesInForce;
  /** Asks the rules in force of one case; what they find is written with its notices. */
  watchCase(caseId: string): Promise<void>;
  /** Cases of which some limit turned yellow or red. */
  watchTurned(clocks: readonly { readonly caseId: string }[]): Promise<void>;
  /** The order that a rule opens by itself for what it found. */
  orderOfHit(hitId: string): Promise<void>;
  /** Days that have ended since the last time, and cases that grow late without an act. */
  catchUp(): Promise<void>;
}

export interface WatcherOptions extends Omit<WatchDeps, 'rules' | 'data'> {
  readonly wallClock: Clock;
  readonly data: SupervisionData;
  readonly openOrder: OpenOrder;
}

/** 00:20 in Shanghai: the day before has ended for good. */
export const WATCHING_TIME = '20 16 * * *';

const PAGE = 500;
const NO_ID = '00000000-0000-0000-0000-000000000000';

export function createWatcher({ wallClock, data, openOrder, ...rest }: WatcherOptions): Watcher {
  const rules = createRulesInForce(rest.db, rest.tenantId, wallClock, data);
  const deps: WatchDeps = { ...rest, rules, data };
  return {
    rules,
    async watchCase(caseId) {
      await watchCase(deps, caseId);
      deps.jobs.wake();
    },
    async watchTurned(clocks) {
      for (const caseId of new Set(clocks.map((clock) => clock.caseId))) {
        await watchCase(deps, caseId);
      }
    },
    orderOfHit: (hitId) => orderOfHit(deps, openOrder, hitId),
    async catchUp() {
      await watchClosedDays(deps);
      let after = NO_ID;
      for (;;) {
        const { db, tenantId, clock } = deps;
        const page = await casesGrowingLate(db, tenantId, clock.now(), after, PAGE);
        for (const caseId of page) await watchCase(deps, caseId);
        after = page.at(-1) ?? after;
        if (page.length < PAGE) break;
      }
      deps.jobs.wake();
    },
  };
}
