import { formatDay } from '../cases/index.ts';
import type { Db } from '../platform/db/index.ts';
import type { TurnedClock } from './clock-sweep.pg.ts';
import { tellHolders } from './tell-holders.ts';
import type { TimekeeperDeps } from './timekeeper-deps.ts';

/**
 * What an applicant may hand in later falls due soon: the applicant is told, by message too. A
 * promise is for the office to check. What has lapsed is told with the event itself.
 */
export async function remindOfDebt(
  deps: TimekeeperDeps,
  tx: Db,
  clock: TurnedClock,
): Promise<void> {
  const state = (await deps.cases.find(clock.caseId))?.state;
  const debt = state?.debts?.[debtIdOf(clock.clockId)];
  if (state === undefined || debt === undefined) return;
  if (debt.kind === 'commitment') return tellHolders(deps, tx, clock);
  // Of a part of a joint case the whole tells: it is owed there, and once.
  if (clock.light === 'red' || state.parent !== undefined) return;
  const params = {
    item: state.itemName,
    number: state.number,
    material: debt.name,
    dueOn: formatDay(clock.dueOn, 'zh-CN'),
    link: `${deps.publicUrl}/my/cases/${state.caseId}`,
  };
  for (const channel of ['inbox', 'sms'] as const) {
    await deps.notices.queueInTx(tx, {
      channel,
      template: 'debt-due-soon',
      params,
      dedupeKey: `clock ${clock.caseId} ${clock.clockId} ${clock.light} ${channel}`,
      caseId: state.caseId,
      personId: state.contact.personId,
    });
  }
}

/** Of `debt:b1#2`. */
function debtIdOf(clockId: string): string {
  return clockId.slice(clockId.indexOf(':') + 1, clockId.indexOf('#'));
}
