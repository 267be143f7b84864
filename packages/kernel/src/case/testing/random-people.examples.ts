/** Everybody who acts in the random runs, with a directory that knows who holds which post. */
import type { Actor, CaseState, PeopleDirectory, PersonRef } from '../index.ts';
import {
  archivist,
  cashier,
  counter,
  leader,
  outsider,
  robot,
  staff,
  stranger,
  wang,
} from './case.examples.ts';
import { administrator, personOf, standingInFor } from './people.examples.ts';
import { POSTS } from './random-flow.examples.ts';

const all = ['counter', ...POSTS];
export const everybody: Actor = staff('Everybody', all, [
  'file-on-behalf',
  'cashier',
  'extend-limit',
  'archive',
]);

const first = staff('First', ['p1']);
const second = staff('Second', ['p2']);
const third = staff('Third', ['p2', 'p3']);
const fourth = staff('Fourth', ['p4']);
/** The applicant works in the office that decides. */
const inside = staff('Wang', ['p1', 'p2']);

/** One post each, or all: whoever goes forward with good will asks them in this order. */
export const team: readonly Actor[] = [first, second, third, fourth, counter, everybody];

const deputies: readonly Actor[] = [
  standingInFor(staff('Deputy', []), first),
  standingInFor(standingInFor(fourth, second), third, { itemCodes: ['permit'] }),
  standingInFor(inside, fourth),
];

/** Without a post of the flow, so that they can always be asked. */
export const spares = Array.from({ length: 24 }, (_, i) => staff(`Spare${i + 1}`, []));

/** Whoever may do to a case what no post of its flow may. */
export const chief = staff(
  'Chief',
  [],
  [
    'administer-cases',
    'terminate-cases',
    'void-cases',
    'revoke-decisions',
    'settle-debts',
    'hand-out',
    'receive-messages',
    'supervise',
  ],
);

export const people: readonly Actor[] = [
  wang,
  stranger,
  counter,
  leader,
  outsider,
  cashier,
  archivist,
  robot,
  everybody,
  first,
  second,
  third,
  fourth,
  inside,
  administrator,
  chief,
  ...deputies,
];

const office = [...team, inside, leader, outsider];

export const directory: PeopleDirectory = {
  holdersOf: (post) =>
    office.filter((a) => a.kind === 'staff' && a.posts.includes(post)).map(personOf),
};

/** Somebody who has no part in the round of this task yet. */
export function somebodyNew(state: CaseState, taskId: string, detail: number): PersonRef {
  const task = state.marking.tasks[taskId];
  const busy = new Set(
    Object.values(state.marking.tasks)
      .filter(({ stepId, round }) => stepId === task?.stepId && round === task.round)
      .flatMap(({ holder, closedBy, onBehalfOf }) => [holder, closedBy, onBehalfOf])
      .map((person) => person?.personId),
  );
  const free = spares.map(personOf).filter(({ personId }) => !busy.has(personId));
  return free[detail % Math.max(1, free.length)] ?? personOf(outsider);
}

/** Whoever has an open task in person. */
export function holdersIn(state: CaseState): readonly Actor[] {
  const ids = new Set(
    Object.values(state.marking.tasks)
      .filter(({ status }) => status === 'open')
      .map(({ holder }) => holder?.personId),
  );
  return [...people, ...spares].filter((a) => a.kind === 'staff' && ids.has(a.personId));
}
