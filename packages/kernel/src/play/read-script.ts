/** A script as JSON → a script as the play runs it, or everything that is wrong with it. */
import type { ItemDefinition } from '../case/index.ts';
import { stepsOf } from '../flow/index.ts';
import { actWords, commandTypeOf, playActs } from './play-acts.ts';
import { nearest } from './nearest.ts';
import type { PlayField, PlayScope } from './play-fields.ts';
import { readDuration, readMoment } from './play-time.ts';
import {
  onlyFields,
  readFlag,
  readFormData,
  readItems,
  readObject,
  readWord,
  type Values,
} from './read-values.ts';
import { ScriptFault, type ScriptProblem } from './script-fault.ts';
import {
  SYSTEM_ACTOR,
  type Expectation,
  type PlayEntry,
  type PlayPerson,
  type PlayProxy,
  type PlayScript,
} from './script.ts';

export type ScriptReading =
  | { readonly ok: true; readonly script: PlayScript }
  | { readonly ok: false; readonly problems: readonly [ScriptProblem, ...ScriptProblem[]] };

/** A working day of a year whose calendar is published. */
const DEFAULT_START = '2026-03-02 09:00';
/** `item` and `note` are for people and for the command line. */
const SCRIPT_FIELDS = ['item', 'note', 'start', 'people', 'proxies', 'form', 'acts'];
const ENTRY_FIELDS = ['by', 'act', 'at', 'after', 'step', 'task', 'expect', 'note'];

export function readScript(value: unknown, item: ItemDefinition): ScriptReading {
  const problems: ScriptProblem[] = [];
  /** Runs a part of the reading; a fault in it does not hide those of the other parts. */
  const part = <T>(work: () => T, instead: T): T => {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof ScriptFault)) throw error;
      problems.push(error.problem);
      return instead;
    }
  };
  const given = part(() => readObject(value, 'script'), {});
  part(() => onlyFields(given, '', SCRIPT_FIELDS), undefined);
  const people = part(() => readPeople(given['people'], item), []);
  const scope = { people, item };
  const script: PlayScript = {
    startsAt: part(() => readMoment(given['start'] ?? DEFAULT_START, 'start'), '' as never),
    people,
    proxies: part(() => readProxies(given['proxies'] ?? [], scope), []),
    form: part(() => readFormData(given['form'] ?? {}, 'form'), {}),
    acts: part(() => readItems(given['acts'], 'acts'), []).flatMap((entry, i) =>
      part(() => [readEntry(entry, i, scope)], []),
    ),
  };
  const [first, ...rest] = problems;
  return first === undefined ? { ok: true, script } : { ok: false, problems: [first, ...rest] };
}

function readPeople(value: unknown, item: ItemDefinition): PlayPerson[] {
  const people = readItems(value, 'people').map((each, i) => readPerson(each, i, item));
  const twice = people.find(({ id }, i) => people.findIndex((p) => p.id === id) !== i);
  if (twice !== undefined) throw new ScriptFault('person-twice', 'people', { person: twice.id });
  return people;
}

function readPerson(value: unknown, i: number, _item: ItemDefinition): PlayPerson {
  const path = `people[${i}]`;
  const given = readObject(value, path);
  onlyFields(given, path, ['id', 'name', 'posts', 'capabilities', 'org']);
  const list = (name: 'posts' | 'capabilities'): string[] =>
    readItems(given[name] ?? [], `${path}.${name}`).map((each, n) =>
      readWord(each, `${path}.${name}[${n}]`),
    );
  const id = readWord(given['id'], `${path}.id`);
  return {
    id,
    name: given['name'] === undefined ? id : readWord(given['name'], `${path}.name`),
    isStaff: given['posts'] !== undefined || given['capabilities'] !== undefined,
    posts: list('posts'),
    capabilities: list('capabilities'),
    ...(given['org'] === undefined ? {} : { orgId: readWord(given['org'], `${path}.org`) }),
  };
}

function readProxies(value: unknown, scope: PlayScope): PlayProxy[] {
  return readItems(value, 'proxies').map((each, i) => {
    const path = `proxies[${i}]`;
    const given = readObject(each, path);
    onlyFields(given, path, ['for', 'by', 'from', 'until', 'items', 'current']);
    const { from, until, items, current } = given;
    return {
      principalId: knownPerson(given['for'], `${path}.for`, scope),
      deputyId: knownPerson(given['by'], `${path}.by`, scope),
      includesCurrent: current === undefined || readFlag(current, `${path}.current`),
      ...(from === undefined ? {} : { from: readMoment(from, `${path}.from`) }),
      ...(until === undefined ? {} : { until: readMoment(until, `${path}.until`) }),
      ...(items === undefined
        ? {}
        : {
            itemCodes: readItems(items, `${path}.items`).map((c) => readWord(c, `${path}.items`)),
          }),
    };
  });
}

function knownPerson(value: unknown, path: string, { people }: PlayScope): string {
  const id = readWord(value, path);
  if (people.some((person) => person.id === id)) return id;
  const known = people.map((person) => person.id).join(', ');
  throw new ScriptFault('person-unknown', path, { person: id, known });
}

/** @throws ScriptFault that names the number of the act, from 1 */
function readEntry(value: unknown, i: number, scope: PlayScope): PlayEntry {
  try {
    return entryOf(readObject(value, `acts[${i}]`), i, scope);
  } catch (error) {
    if (!(error instanceof ScriptFault)) throw error;
    const { code, path, params } = error.problem;
    throw new ScriptFault(code, path, params, i + 1);
  }
}

function entryOf(given: Values, i: number, scope: PlayScope): PlayEntry {
  const path = `acts[${i}]`;
  const said = readWord(given['act'], `${path}.act`);
  const type = commandTypeOf(said);
  if (type === undefined) {
    const known = nearest(said, actWords()).join(', ');
    throw new ScriptFault('act-unknown', `${path}.act`, { act: said, known });
  }
  const by = readWord(given['by'], `${path}.by`);
  if (by !== SYSTEM_ACTOR) knownPerson(by, `${path}.by`, scope);
  const { at, after, step, expect } = given;
  return {
    n: i + 1,
    by,
    type,
    given: readFields(given, playActs[type].fields, path, scope),
    ...(at === undefined ? {} : { at: readMoment(at, `${path}.at`) }),
    ...(after === undefined ? {} : { after: readDuration(after, `${path}.after`) }),
    ...(step === undefined ? {} : { step: readStep(step, `${path}.step`, scope) }),
    ...(expect === undefined ? {} : { expect: readExpectation(expect, `${path}.expect`) }),
  };
}

type Fields = Readonly<Record<string, PlayField<unknown>>>;

function readFields(given: Values, fields: Fields, path: string, scope: PlayScope): Values {
  // A task is written as `task`, since the command's own name for it says nothing to an author.
  const named = Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name === 'task' ? 'taskId' : name, value]),
  );
  onlyFields(given, path, [...ENTRY_FIELDS, ...Object.keys(fields).filter((f) => f !== 'taskId')]);
  const read: Record<string, unknown> = {};
  for (const [name, known] of Object.entries(fields)) {
    const value = named[name];
    if (value !== undefined) read[name] = known.read(value, `${path}.${name}`, scope);
    else if (known.otherwise === undefined) {
      throw new ScriptFault('field-missing', path, { field: name, wanted: known.wanted });
    }
  }
  return read;
}

function readStep(value: unknown, path: string, { item }: PlayScope): string {
  const step = readWord(value, path);
  const steps = item.flow === undefined ? [] : stepsOf(item.flow).map(({ id }) => id);
  if (steps.includes(step)) return step;
  throw new ScriptFault('step-unknown', path, { step, known: steps.join(', ') });
}

/** `"refused-code"`, or an object with what must be so after the act. */
function readExpectation(value: unknown, path: string): Expectation {
  if (typeof value === 'string') return { refusal: readWord(value, path) };
  const given = readObject(value, path);
  onlyFields(given, path, ['refusal', 'open', 'phase']);
  const { refusal, open, phase } = given;
  return {
    ...(refusal === undefined ? {} : { refusal: readWord(refusal, `${path}.refusal`) }),
    ...(open === undefined
      ? {}
      : { open: readItems(open, `${path}.open`).map((id) => readWord(id, `${path}.open`)) }),
    ...(phase === undefined ? {} : { phase: readWord(phase, `${path}.phase`) }),
  };
}
