/** Who is told what of clocks that turned. Pure; many at once become one notice a person. */
import { lightLevelOf } from '@yichuang/kernel/case';
import type { Instant } from '@yichuang/kernel/time';
import { formatDay } from '../cases/index.ts';
import type { InboxNotice } from '../notices/index.ts';
import type { AlarmRules } from './alarm-rules.ts';
import type { TurnedClock } from './clock-sweep.pg.ts';
import type { CaseFacts, CaseHolder } from './find-people.pg.ts';

export interface AlarmPeople {
  readonly facts: ReadonlyMap<string, CaseFacts>;
  readonly holders: readonly CaseHolder[];
  /** Persons at the head of an organisation or of the next one above. */
  readonly headsOf: (orgId: string) => readonly string[];
  readonly orgName: (orgId: string) => string;
  readonly supervisors: readonly string[];
}

/** Of more than these at once a person is told the number, and where to look. */
export const MOST_SINGLE = 5;

/** As whom somebody is told: a handler acts on the list of tasks, the others look at the board. */
type Role = 'handler' | 'watcher';

interface Told {
  readonly role: Role;
  readonly personId: string;
  readonly light: TurnedClock['light'];
  readonly notice: InboxNotice;
}

export function planAlarms(
  turned: readonly TurnedClock[],
  people: AlarmPeople,
  rules: AlarmRules,
  since: Instant,
): InboxNotice[] {
  const holders = Map.groupBy(people.holders, ({ caseId }) => caseId);
  const told = turned.flatMap((clock) => {
    const facts = people.facts.get(clock.caseId);
    if (facts === undefined) return [];
    const own = holders.get(clock.caseId) ?? [];
    const mine = own.map((holder) => toHandler(clock, facts, holder));
    const known = new Set(own.map(({ personId }) => personId));
    return [...mine, ...toWatchers(clock, facts, people, rules, known)];
  });
  const byPerson = Map.groupBy(told, ({ role, personId }) => `${role} ${personId}`);
  return [...byPerson.values()].flatMap((some) =>
    some.length > MOST_SINGLE ? [summaryOf(some, since)] : some.map(({ notice }) => notice),
  );
}

function toHandler(clock: TurnedClock, facts: CaseFacts, holder: CaseHolder): Told {
  const { personId, stepName } = holder;
  const { caseId, light } = clock;
  return {
    role: 'handler',
    personId,
    light,
    notice: {
      template: light === 'red' ? 'staff-overdue' : 'staff-due-soon',
      params: {
        item: facts.itemName,
        number: facts.number,
        step: stepName,
        dueOn: formatDay(clock.dueOn, 'zh-CN'),
      },
      dedupeKey: keyOf(clock, personId),
      caseId,
      personId,
    },
  };
}

/** Afterwards, and of a withheld letter nobody: who may not know of it is not told either. */
function toWatchers(
  clock: TurnedClock,
  facts: CaseFacts,
  { headsOf, orgName, supervisors }: AlarmPeople,
  rules: AlarmRules,
  handlers: ReadonlySet<string>,
): Told[] {
  const level = lightLevelOf(clock.kind);
  if (clock.light !== 'red' || facts.isWithheld || level === undefined) return [];
  const heads = rules.head.includes(level) ? headsOf(facts.orgId) : [];
  const watching = rules.supervision.atOnce.includes(level) ? supervisors : [];
  const people = new Set([...heads, ...watching]);
  return [...people]
    .filter((personId) => !handlers.has(personId))
    .map((personId) => ({
      role: 'watcher',
      personId,
      light: clock.light,
      notice: {
        template: 'board-overdue',
        params: {
          org: orgName(facts.orgId),
          item: facts.itemName,
          number: facts.number,
          dueOn: formatDay(clock.dueOn, 'zh-CN'),
        },
        dedupeKey: keyOf(clock, personId),
        caseId: clock.caseId,
        personId,
      },
    }));
}

function keyOf({ caseId, clockId, light }: TurnedClock, personId: string): string {
  return `clock ${caseId} ${clockId} ${light} ${personId}`;
}

function summaryOf(some: readonly Told[], since: Instant): InboxNotice {
  const { role, personId } = some[0] ?? { role: 'handler', personId: '' };
  const red = some.filter(({ light }) => light === 'red').length;
  return {
    template: role === 'handler' ? 'staff-many-turned' : 'board-many-overdue',
    params: { red, yellow: some.length - red },
    dedupeKey: `turned ${since} ${role} ${personId}`,
    personId,
  };
}
