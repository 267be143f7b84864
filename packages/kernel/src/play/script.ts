/**
 * A play is a script of acts by named people on a flow, run without server and database: how pack
 * authors try a flow, and how the operations are tested. docs/play.md describes the JSON.
 */
import type { CommandType } from '../case/index.ts';
import type { FormData } from '../form/index.ts';
import type { Instant } from '../time/index.ts';
import type { PlayDuration } from './play-time.ts';

export interface PlayPerson {
  readonly id: string;
  readonly name: string;
  /** Without posts and capabilities the person is one of the public. */
  readonly isStaff: boolean;
  readonly posts: readonly string[];
  readonly capabilities: readonly string[];
  readonly orgId?: string;
}

/** 代理 in force from before the first act unless `from` says otherwise. */
export interface PlayProxy {
  readonly principalId: string;
  readonly deputyId: string;
  readonly from?: Instant;
  readonly until?: Instant;
  readonly itemCodes?: readonly string[];
  readonly includesCurrent: boolean;
}

/** What the author says must be so after the act; the run tells what is not. */
export interface Expectation {
  /** The code with which the act must be refused; without it the act must be done. */
  readonly refusal?: string;
  /** Ids of the steps that have an open task, in any order. */
  readonly open?: readonly string[];
  readonly phase?: string;
}

export interface PlayEntry {
  /** From 1, in the order of the script. */
  readonly n: number;
  /** A person's id, or `system`. */
  readonly by: string;
  readonly type: CommandType;
  readonly at?: Instant;
  readonly after?: PlayDuration;
  readonly step?: string;
  /** What the entry gives for the command's fields, already read. */
  readonly given: Readonly<Record<string, unknown>>;
  readonly expect?: Expectation;
}

export interface PlayScript {
  readonly startsAt: Instant;
  readonly people: readonly PlayPerson[];
  readonly proxies: readonly PlayProxy[];
  readonly form: FormData;
  readonly acts: readonly PlayEntry[];
}

/** The rule that the system names when a script lets it act. */
export const SYSTEM_ACTOR = 'system';
