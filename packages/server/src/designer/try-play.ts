/** Plays a draft's flow, as far as the acts go or as long as anybody can go on. */
import type { TryAct, TryPerson } from '@yichuang/contracts';
import type { CaseState, ItemDefinition } from '@yichuang/kernel/case';
import type { FormData } from '@yichuang/kernel/form';
import {
  play,
  readScript,
  type PlayInput,
  type PlayLine,
  type PlayRun,
} from '@yichuang/kernel/play';
import { civilDate, workingDayOnOrAfter, type PlainDate } from '@yichuang/kernel/time';
import type { DesignDeps } from './design-deps.ts';
import { nextActs } from './walk-on.ts';

/** A case that goes on longer goes round in circles. */
const MOST_ACTS = 200;

export interface Stage {
  readonly deps: DesignDeps;
  readonly item: ItemDefinition;
  readonly people: readonly TryPerson[];
  readonly form: FormData;
}

export interface Played {
  readonly acts: readonly TryAct[];
  readonly lines: readonly PlayLine[];
  readonly state?: CaseState;
}

type Fault = { readonly problem: NonNullable<PlayRun['problem']> };

/** The acts after those that were played already; their lines are numbered on. */
export function playActs(stage: Stage, acts: readonly TryAct[], before?: Played): Played | Fault {
  const { deps, item, people, form } = stage;
  const { calendar, rules } = deps.statutes;
  const start = `${firstDay(deps)} 09:00`;
  const script = { start, people: people.map((person) => written(item, person)), form, acts };
  const read = readScript(script, item);
  if (!read.ok) return { problem: read.problems[0] };
  const { evaluate, policies } = deps;
  const world = { item, script: read.script, calendar, rules, evaluate, policies };
  const played = play({ ...world, ...goingOnFrom(before) });
  if (played.problem !== undefined) return { problem: played.problem };
  const known = before?.acts ?? [];
  const lines = played.lines.map((line) => ({ ...line, n: line.n + known.length }));
  return {
    acts: [...known, ...acts],
    lines: [...(before?.lines ?? []), ...lines],
    ...(played.state !== undefined && { state: played.state }),
  };
}

function goingOnFrom(before: Played | undefined): Pick<PlayInput, 'from'> {
  const at = before?.lines.at(-1)?.at;
  if (before?.state === undefined || at === undefined) return {};
  return { from: { state: before.state, at } };
}

/** In a script, whoever has posts, even none of them, is staff: only staff files within offices. */
function written(item: ItemDefinition, { posts, capabilities = [], ...person }: TryPerson): object {
  const isStaff = item.lifecycle === 'internal' || posts.length + capabilities.length > 0;
  return isStaff ? { ...person, posts, capabilities } : person;
}

/** Lets whoever can go on do so, act by act, until the case ends or nobody can. */
export function walkOn(stage: Stage, given: readonly TryAct[]): Played | Fault {
  let played = playActs(stage, given);
  while ('acts' in played && played.acts.length < MOST_ACTS) {
    const next = stepOn(stage, played);
    if (next === undefined) break;
    played = next;
  }
  return played;
}

function stepOn(stage: Stage, before: Played): Played | undefined {
  const line = before.lines.at(-1);
  if (before.state === undefined || line === undefined) return undefined;
  const { item, people } = stage;
  for (const act of nextActs({ item, people, state: before.state, line })) {
    if (JSON.stringify(act) === JSON.stringify(before.acts.at(-1))) continue;
    const played = playActs(stage, [act], before);
    if ('problem' in played) continue;
    const isDone = played.lines.slice(before.lines.length).every(({ ok }) => ok);
    if (isDone) return played;
  }
  return undefined;
}

/** On a Sunday an office is empty, and a leave of today has no working day. */
export function firstDay({ statutes, clock }: DesignDeps): PlainDate {
  return workingDayOnOrAfter(statutes.calendar, civilDate(clock.now()));
}
