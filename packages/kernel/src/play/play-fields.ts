/**
 * How the fields of commands are written in a script: what is read, and what stands in for a field
 * that the author leaves out because a careful person's answer is obvious.
 */
import type { Actor, CaseState, ItemDefinition } from '../case/index.ts';
import type { PersonRef } from '../flow/index.ts';
import type { LegalBasis } from '../time/index.ts';
import { ScriptFault } from './script-fault.ts';
import type { PlayEntry, PlayPerson } from './script.ts';
import {
  onlyFields,
  readChoice,
  readFlag,
  readFormData,
  readItems,
  readNumber,
} from './read-values.ts';
import { readObject, readWord, readWords, wrong } from './read-values.ts';

/** What is known while the script is read. */
export interface PlayScope {
  readonly people: readonly PlayPerson[];
  readonly item: ItemDefinition;
}

/** What is known when the act happens. */
export interface PlayMoment extends PlayScope {
  readonly entry: PlayEntry;
  readonly actor: Actor;
  readonly form: Readonly<Record<string, string | number | boolean | null>>;
  /** Absent before the filing. */
  readonly state?: CaseState;
  /** The task that step and person mean. */
  task(): string;
}

export interface PlayField<V> {
  /** What to write, for messages and for the documentation. */
  readonly wanted: string;
  read(value: unknown, path: string, scope: PlayScope): V;
  /** Stands in for an absent value; without it the field is required. */
  otherwise?(moment: PlayMoment): V;
}

export function field<V>(
  wanted: string,
  read: PlayField<V>['read'],
  otherwise?: (moment: PlayMoment) => V,
): PlayField<V> {
  return otherwise === undefined ? { wanted, read } : { wanted, read, otherwise };
}

/** The same field, with something to stand in for it. */
export function or<V, W>(
  known: PlayField<V>,
  otherwise: (moment: PlayMoment) => W,
): PlayField<V | W> {
  return { ...known, otherwise };
}

export function maybe<V>(known: PlayField<V>): PlayField<V | undefined> {
  return or(known, () => undefined);
}

export const word = field('"…"', readWord);
export const words = field('"…"', readWords);
export const number = field('1', readNumber);
export const flag = field('true', readFlag);
/** An optional field that is there or not, never false. */
export const onlyTrue = field<true>('true', (value, path) => {
  if (value === true) return true;
  throw wrong(value, path, 'true');
});
/** Found by step and person; `task` names it outright. */
export const task = field('"step#1.1"', readWord, (moment) => moment.task());

export function oneOf<T extends string>(...allowed: readonly T[]): PlayField<T> {
  const wanted = allowed.map((choice) => `"${choice}"`).join(' | ');
  return field(wanted, (value, path) => readChoice(value, path, allowed));
}

export function listOf<V>(each: PlayField<V>): PlayField<readonly V[]> {
  return field(`[${each.wanted}, …]`, (value, path, scope) =>
    readItems(value, path).map((inner, i) => each.read(inner, `${path}[${i}]`, scope)),
  );
}

export const formData = field('{"field": value}', readFormData);

/** A law and its article: `"行政许可法 第三十八条"` or an object. */
export const basis = field<LegalBasis>('"LAW ARTICLE"', (value, path) => {
  if (typeof value === 'string') {
    const [, law, article] = /^(\S+)\s+(\S.*)$/u.exec(value) ?? [];
    if (law !== undefined && article !== undefined) return { law, article };
    throw wrong(value, path, '"LAW ARTICLE"');
  }
  const given = readObject(value, path);
  onlyFields(given, path, ['law', 'article', 'text', 'version']);
  return {
    law: readWords(given['law'], `${path}.law`),
    article: readWords(given['article'], `${path}.article`),
    ...(given['text'] === undefined ? {} : { text: readWords(given['text'], `${path}.text`) }),
    ...(given['version'] === undefined
      ? {}
      : { version: readWords(given['version'], `${path}.version`) }),
  };
});

export const person = field<PersonRef>('"person-id"', (value, path, scope) => {
  const { id, name } = personOf(value, path, scope);
  return { personId: id, name };
});

export function personOf(id: unknown, path: string, { people }: PlayScope): PlayPerson {
  const found = people.find((person) => person.id === id);
  if (found !== undefined) return found;
  const known = people.map((person) => person.id).join(', ');
  throw new ScriptFault('person-unknown', path, { person: String(id), known });
}
