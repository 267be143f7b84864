import { formatDay } from '../cases/index.ts';
import type { Db } from '../platform/db/index.ts';
import type { TurnedClock } from './clock-sweep.pg.ts';
import type { TimekeeperDeps } from './timekeeper-deps.ts';

/**
 * What an applicant may hand in later falls due soon: the applicant is told, by message too. What
 * has lapsed is told with the event itself.
 *
 * @returns `office` for a promise: it is for the office to check whether it was kept
 */
export async function remindOfDebt(
  deps: TimekeeperDeps,
  tx: Db,
  clock: TurnedClock,
): Promise<'office' | 'applicant'> {
  const state = (await deps.cases.find(clock.caseId))?.state;
  const debt = state?.debts?.[debtIdOf(clock.clockId)];
  if (state === undefined || debt === undefined) return 'applicant';
  if (debt.kind === 'commitment') return 'office';
  // Of a part of a joint case the whole tells: it is owed there, and once.
  if (clock.light === 'red' || state.parent !== undefined) return 'applicant';
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
  return 'applicant';
}

/** Of `debt:b1#2`. */
function debtIdOf(clockId: string): string {
  return clockId.slice(clockId.indexOf(':') + 1, clockId.indexOf('#'));
}
