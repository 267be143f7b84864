import { civilDate, type Instant } from '@yichuang/kernel/time';
import { findAble } from '../people/index.ts';
import type { Db } from '../platform/db/index.ts';
import { usualAlarms } from './alarm-rules.ts';
import type { TurnedClock } from './clock-sweep.pg.ts';
import { findHolders, readCaseFacts } from './find-people.pg.ts';
import { planAlarms } from './plan-alarms.ts';
import { remindOfDebt } from './remind-of-debt.ts';
import type { TimekeeperDeps } from './timekeeper-deps.ts';

/** Whose post has this role in a unit leads it. */
const HEAD_OF_UNIT = 'leader';

/**
 * Tells of clocks that turned: their holders, the heads of the units, supervision by rule. Four
 * questions and one insert, however many they are.
 */
export async function tellTurned(
  deps: TimekeeperDeps,
  tx: Db,
  turned: readonly TurnedClock[],
  since: Instant,
): Promise<void> {
  const owed = turned.filter(({ kind }) => kind === 'debt');
  const promised: TurnedClock[] = [];
  // What an applicant owes is asked of the applicant; a promise is for the office to check.
  for (const clock of owed) {
    if ((await remindOfDebt(deps, tx, clock)) === 'office') promised.push(clock);
  }
  const clocks = [...turned.filter(({ kind }) => kind !== 'debt'), ...promised];
  if (clocks.length === 0) return;
  const { tenantId, directory, notices } = deps;
  const today = civilDate(deps.clock.now());
  const caseIds = [...new Set(clocks.map(({ caseId }) => caseId))];
  // One after another: a transaction has one connection.
  const facts = await readCaseFacts(tx, tenantId, caseIds);
  const holders = await findHolders(tx, tenantId, caseIds, today);
  const supervisors = await findAble(tx, tenantId, ['supervise'], today);
  const [staff, orgs] = await Promise.all([directory.staff(), directory.orgs()]);
  const headsOf = (orgId: string): readonly string[] => {
    const post = staff.postOf(HEAD_OF_UNIT, orgId);
    return post === undefined ? [] : staff.people.holdersOf(post).map(({ personId }) => personId);
  };
  const orgName = (orgId: string): string => orgs.get(orgId)?.name ?? orgId;
  const people = { facts, holders, supervisors, headsOf, orgName };
  const planned = planAlarms(clocks, people, deps.alarms ?? usualAlarms, since);
  await notices.queueInboxInTx(tx, planned);
}
