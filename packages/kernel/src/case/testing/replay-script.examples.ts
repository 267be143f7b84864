/** What broke a law, as a flow and a script for `yichuang play`: to be replayed and kept. */
import type { FlowDefinition } from '../../flow/index.ts';
import type { Instant } from '../../time/index.ts';
import type { Actor, Command } from '../index.ts';
import { counter, wang } from './case.examples.ts';
import { crowd, inside, office } from './crowd.examples.ts';

export interface Done {
  readonly at: Instant;
  readonly command: Command;
  readonly by: Actor;
}

export interface Performance {
  readonly flow: FlowDefinition;
  readonly start: string;
  readonly done: readonly Done[];
}

export function asPlay(performance: Performance): string {
  const { flow } = performance;
  return `FLOW ${JSON.stringify(flow)}\nSCRIPT ${JSON.stringify(scriptOf(performance))}`;
}

/** Documents are left out: a play makes them by itself. */
export function scriptOf({ start, done }: Performance) {
  const acts = done.filter(({ command }) => command.type !== 'RecordDocument').map(entryOf);
  const written = JSON.stringify(acts);
  const applicant = start === 'internal' ? inside : wang;
  const cast = [applicant, ...office, ...crowd.filter((a) => written.includes(`"${idOf(a)}"`))];
  const staff = crowd.filter((actor) => cast.some((one) => idOf(one) === idOf(actor)));
  const proxies = staff.flatMap(proxiesOf);
  const ids = new Set([...cast.map(idOf), ...proxies.map((proxy) => proxy.for)]);
  return {
    note: `begins ${start}`,
    start: '2026-03-02 10:00',
    people: [...ids].filter((id) => id !== 'system').map((id) => personOf(id, applicant)),
    proxies: unique(proxies),
    form: { name: 'Shed', area: 50 },
    acts: [...beginning(start), ...acts],
  };
}

function beginning(start: string) {
  const filed = { by: 'wang', act: 'file' };
  if (start !== 'accepted' && start !== 'owing') return [filed];
  const by = idOf(counter);
  return [filed, { by, act: 'check-materials' }, { by, act: 'accept' }];
}

function entryOf({ at, command, by }: Done) {
  const { type, ...fields } = command;
  return { by: idOf(by), act: type, at, ...Object.fromEntries(written(fields)) };
}

/** A task is `task` in a script, a person their id. */
function written(fields: object): [string, unknown][] {
  return Object.entries(fields).map(([key, value]: [string, unknown]) => {
    const isPerson = typeof value === 'object' && value !== null && 'personId' in value;
    return [key === 'taskId' ? 'task' : key, isPerson ? value.personId : value];
  });
}

function idOf(actor: Actor): string {
  return actor.kind === 'system' ? 'system' : actor.personId;
}

function personOf(id: string, applicant: Actor) {
  if (id === idOf(applicant) && applicant.kind !== 'staff') return { id };
  const held = crowd.find((actor) => idOf(actor) === id && actor.kind === 'staff');
  if (held?.kind !== 'staff') return { id };
  return { id, name: held.name, posts: held.posts, capabilities: held.capabilities };
}

function proxiesOf(actor: Actor) {
  if (actor.kind !== 'staff') return [];
  return (actor.proxies ?? []).map(({ principal, itemCodes }) => ({
    for: principal.personId,
    by: actor.personId,
    // The item of a play has another code than that of the runs, which some proxies name.
    ...(itemCodes === undefined || itemCodes.includes('permit') ? {} : { items: itemCodes }),
  }));
}

function unique<T>(list: readonly T[]): readonly T[] {
  const seen = new Set<string>();
  return list.filter((each) => {
    const key = JSON.stringify(each);
    return seen.size < seen.add(key).size;
  });
}
