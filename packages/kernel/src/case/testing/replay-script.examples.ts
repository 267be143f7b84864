/** What broke a law, as an item and a script for `yichuang play`: to be replayed and kept. */
import type { Actor, Command, ItemDefinition } from '../index.ts';
import type { Instant } from '../../time/index.ts';

export interface Done {
  readonly at: Instant;
  readonly command: Command;
  readonly by: Actor;
}

export function asPlay(item: ItemDefinition, start: string, done: readonly Done[]): string {
  const actors = [...new Set(done.map(({ by }) => by))].filter(({ kind }) => kind !== 'system');
  const script = {
    note: `begins ${start}`,
    people: actors.map(personOf),
    proxies: actors.flatMap(proxiesOf),
    form: { name: 'Shed', area: 50 },
    acts: done.map(({ at, command, by }) => {
      const { type, ...fields } = command;
      return { by: idOf(by), act: type, at, ...Object.fromEntries(written(fields)) };
    }),
  };
  return `FLOW ${JSON.stringify(item.flow)}\nSCRIPT ${JSON.stringify(script, null, 1)}`;
}

function idOf(actor: Actor): string {
  return actor.kind === 'system' ? 'system' : actor.personId;
}

function personOf(actor: Actor) {
  const id = idOf(actor);
  if (actor.kind !== 'staff') return { id };
  return { id, name: actor.name, posts: actor.posts, capabilities: actor.capabilities };
}

function proxiesOf(actor: Actor) {
  if (actor.kind !== 'staff') return [];
  return (actor.proxies ?? []).map(({ principal, itemCodes }) => ({
    for: principal.personId,
    by: actor.personId,
    ...(itemCodes === undefined ? {} : { items: itemCodes }),
  }));
}

/** A task is `task` in a script, a person their id. */
function written(fields: object): [string, unknown][] {
  return Object.entries(fields).map(([key, value]: [string, unknown]) => {
    const isPerson = typeof value === 'object' && value !== null && 'personId' in value;
    return [key === 'taskId' ? 'task' : key, isPerson ? value.personId : value];
  });
}
