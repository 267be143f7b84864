import type { ItemDefinition } from '@yichuang/kernel/case';
import type { FormData } from '@yichuang/kernel/form';
import type { Calendar, Instant } from '@yichuang/kernel/time';
import type { Db } from '../../platform/db/index.ts';
import type { Townsman } from './invented-town.ts';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** Somebody logged in: asks the trial's own interface, with all that it asks and refuses. */
export interface Caller {
  readonly name: string;
  ask(method: 'GET' | 'POST' | 'PATCH', path: string, body?: object): Promise<Answer>;
}

/** A trial county as invented people live in it. The assembly makes one of the open site. */
export interface LoadCounty {
  readonly db: Db;
  readonly trialId: string;
  readonly calendar: Calendar;
  /** What residents can file by themselves, as the pack has it. */
  readonly items: readonly ItemDefinition[];
  /** The instant of real time up to which the load lives. */
  readonly until: Instant;
  now(): Instant;
  moveBy(ms: number): Promise<void>;
  /** The required fields as somebody in a hurry fills them in. */
  formOf(item: ItemDefinition): FormData;
  /** An identified resident, with one page that can stand for any material. */
  resident(who: Townsman): Promise<{ caller: Caller; personId: string; page: string }>;
  staff(personId: string): Promise<Caller>;
}
