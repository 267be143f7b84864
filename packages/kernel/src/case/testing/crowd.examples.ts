/** Who acts in the long runs: enough people that posts are shared, and some who are alone. */
import type { TaskState } from '../../flow/index.ts';
import type { Actor, PeopleDirectory } from '../index.ts';
import { archivist, cashier, counter, robot, staff, stranger, wang } from './case.examples.ts';
import { administrator, personOf, standingInFor } from './people.examples.ts';
import { chief, spares } from './random-people.examples.ts';

const first = staff('First', ['p1']);
const second = staff('Second', ['p2', 'p1']);
const third = staff('Third', ['p2', 'p3'], ['extend-limit']);
const fourth = staff('Fourth', ['p4']);
/** Alone in the post, and also elsewhere: the same person twice. */
const fifth = staff('Fifth', ['p5', 'p4', 'p3']);
/** The applicant works in the office that decides, and has one post alone. */
export const inside = staff('Wang', ['p1', 'p6']);
const clerk = staff('Clerk', ['counter', 'p1', 'p2', 'p3', 'p4'], ['file-on-behalf']);

export const office: readonly Actor[] = [
  first,
  second,
  third,
  fourth,
  fifth,
  inside,
  clerk,
  counter,
];

const deputies: readonly Actor[] = [
  standingInFor(staff('Deputy', []), first),
  standingInFor(standingInFor(fourth, second), third, { itemCodes: ['permit'] }),
  standingInFor(staff('Elsewhere', ['p3']), fourth, { itemCodes: ['another'] }),
  standingInFor(inside, fourth),
  standingInFor(staff('Spare1', []), fifth),
];

/** Everybody, also those who may do nothing here. */
export const crowd: readonly Actor[] = [
  ...office,
  ...deputies,
  ...spares,
  wang,
  stranger,
  cashier,
  archivist,
  administrator,
  chief,
  robot,
];

export const directory: PeopleDirectory = {
  holdersOf: (post) =>
    office.filter((a) => a.kind === 'staff' && a.posts.includes(post)).map(personOf),
};

const ownPosts = (actor: Actor): readonly string[] =>
  actor.kind === 'staff'
    ? [
        ...actor.posts,
        ...actor.capabilities.map((c) => `capability:${c}`),
        ...(actor.proxies ?? []).flatMap((grant) => grant.posts),
      ]
    : [];
const byPost = new Map<string, readonly Actor[]>();
const byPerson = new Map<string, readonly Actor[]>();
for (const actor of crowd) {
  for (const post of ownPosts(actor)) byPost.set(post, [...(byPost.get(post) ?? []), actor]);
  if (actor.kind !== 'staff') continue;
  const persons = [actor.personId, ...(actor.proxies ?? []).map((g) => g.principal.personId)];
  for (const id of persons) byPerson.set(id, [...(byPerson.get(id) ?? []), actor]);
}

/** Who seems to hold the task: the holder, whoever has its posts, and their deputies. */
export function likelyHolders({ holder, posts }: TaskState): readonly Actor[] {
  if (holder !== undefined) return byPerson.get(holder.personId) ?? [];
  return posts.flatMap((post) => byPost.get(post) ?? []);
}

/** The person, or a deputy of theirs. */
export function standsFor(personId: string): readonly Actor[] {
  return byPerson.get(personId) ?? [];
}
