import { civilDate } from '@yichuang/kernel/time';
import { formatDay } from '../cases/index.ts';
import type { Db } from '../platform/db/index.ts';
import { findHolders, type TurnedClock } from './clock-sweep.pg.ts';
import type { TimekeeperDeps } from './timekeeper-deps.ts';

/** An inbox notice to everybody who holds the case, once for each light. */
export async function tellHolders(deps: TimekeeperDeps, tx: Db, clock: TurnedClock): Promise<void> {
  const today = civilDate(deps.clock.now());
  for (const holder of await findHolders(tx, deps.tenantId, clock.caseId, today)) {
    await deps.notices.queueInTx(tx, {
      channel: 'inbox',
      template: clock.light === 'red' ? 'staff-overdue' : 'staff-due-soon',
      params: {
        item: holder.itemName,
        number: holder.number,
        step: holder.stepName,
        dueOn: formatDay(clock.dueOn, 'zh-CN'),
      },
      dedupeKey: `clock ${clock.caseId} ${clock.clockId} ${clock.light} ${holder.personId}`,
      caseId: clock.caseId,
      personId: holder.personId,
    });
  }
}
