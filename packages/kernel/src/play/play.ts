/**
 * Runs a script of acts on a flow: the kernel's own `decide`, with a clock that the script moves.
 * Whatever the server would do by itself between two acts is done here as well, each as an act of
 * the system with a line of its own: limits that run out take effect at the instant at which they
 * do, and documents that were ordered are made.
 */
import {
  decide,
  runningClocks,
  type Actor,
  type CaseState,
  type Command,
  type Outcome,
} from '../case/index.ts';
import type { Instant } from '../time/index.ts';
import { findTask } from './find-task.ts';
import { playActs } from './play-acts.ts';
import type { PlayInput } from './play-input.ts';
import type { PlayField, PlayMoment } from './play-fields.ts';
import { unmetOf } from './play-expect.ts';
import { lineOf, type PlayLine } from './play-line.ts';
import { actorOf, contextFor } from './play-people.ts';
import { later } from './play-time.ts';
import { ScriptFault, type ScriptProblem } from './script-fault.ts';
import { SYSTEM_ACTOR, type PlayEntry, type PlayScript } from './script.ts';

export interface PlayRun {
  readonly lines: readonly PlayLine[];
  /** The case after the last act; absent when it was never filed. */
  readonly state?: CaseState;
  /** What only the run can find wrong with the script; the run ends there. */
  readonly problem?: ScriptProblem;
}

/** The same input gives the same lines, byte for byte. */
export function play(input: PlayInput): PlayRun {
  const { script, from } = input;
  const stage: Stage = { input, lines: [], at: script.startsAt, ...from };
  try {
    const entries = from === undefined ? withFiling(script) : script.acts;
    for (const entry of entries) performEntry(stage, entry);
  } catch (error) {
    if (!(error instanceof ScriptFault)) throw error;
    return { ...runOf(stage), problem: error.problem };
  }
  return runOf(stage);
}

interface Stage {
  readonly input: PlayInput;
  readonly lines: PlayLine[];
  at: Instant;
  state?: CaseState;
}

function runOf({ lines, state }: Stage): PlayRun {
  return state === undefined ? { lines } : { lines, state };
}

/** A script that does not say who files begins with a filing by the first who can have asked. */
function withFiling(script: PlayScript): readonly PlayEntry[] {
  if (script.acts[0]?.type === 'ReceiveCase') return script.acts;
  const filer = script.people.find((person) => !person.isStaff) ?? script.people[0];
  if (filer === undefined) throw new ScriptFault('nobody-to-file', 'people');
  return [{ n: 0, by: filer.id, type: 'ReceiveCase', given: {} }, ...script.acts];
}

function performEntry(stage: Stage, entry: PlayEntry): void {
  const { script, calendar } = stage.input;
  const next = entry.at ?? (entry.after ? later(stage.at, entry.after, calendar) : stage.at);
  if (next < stage.at) {
    const params = { at: next, before: stage.at };
    throw new ScriptFault('time-goes-back', `acts[${entry.n - 1}].at`, params, entry.n);
  }
  letTimePass(stage, entry, next);
  const actor = actorOf(entry.by, script, stage.input.item, stage.at);
  const command = commandFor(stage, entry, actor);
  const outcome = run(stage, actor, command);
  const line = lineOf(entry, stage.at, outcome, stage.state, contextOf(stage));
  const place = stage.lines.push(line) - 1;
  if (outcome.ok) followUp(stage, entry);
  const unmet = unmetOf(entry, line, stage.lines.at(-1) ?? line);
  if (unmet.length > 0) stage.lines[place] = { ...line, unmet };
}

function contextOf(stage: Stage): Parameters<typeof lineOf>[4] {
  return { script: stage.input.script, ...contextFor(stage.input, stage.at) };
}

function run(stage: Stage, actor: Actor, command: Command): Outcome {
  const outcome = decide(stage.state, command, {
    ...contextFor(stage.input, stage.at),
    actor,
  });
  if (outcome.ok) stage.state = outcome.state;
  return outcome;
}

/** What the timekeeper of a server does: it looks at each clock when it runs out. */
function letTimePass(stage: Stage, entry: PlayEntry, until: Instant): void {
  for (;;) {
    const due = nextOverdue(stage, until);
    if (due === undefined) break;
    stage.at = due;
    actBySystem(stage, entry, { type: 'ApplyLapses' }, 'timekeeper');
  }
  stage.at = until;
}

function nextOverdue({ state, at }: Stage, until: Instant): Instant | undefined {
  if (state === undefined) return undefined;
  return runningClocks(state)
    .map((clock) => clock.result.overdueAt)
    .filter((overdueAt) => overdueAt > at && overdueAt <= until)
    .toSorted()[0];
}

/** What the job after a command does: documents are made, the cases of parts are opened. */
function followUp(stage: Stage, entry: PlayEntry): void {
  makeDocuments(stage, entry);
  for (const [nodeId, { parts }] of Object.entries(stage.state?.subcases ?? {})) {
    for (const [partId, part] of Object.entries(parts)) {
      if (part.status !== 'open' || part.caseId !== undefined) continue;
      const caseId = `${nodeId}.${partId}`;
      const command = { type: 'RecordSubcase', nodeId, partId, caseId, number: caseId } as const;
      actBySystem(stage, entry, command, 'subcases');
    }
  }
}

function makeDocuments(stage: Stage, entry: PlayEntry): void {
  for (;;) {
    const document = Object.values(stage.state?.documents ?? {})
      .filter((each) => each.issuedAt === undefined)
      .toSorted((a, b) => (a.documentId < b.documentId ? -1 : 1))[0];
    if (document === undefined) return;
    const { documentId } = document;
    const command: Command = {
      type: 'RecordDocument',
      documentId,
      number: `PLAY-${documentId}`,
      sha256: '0'.repeat(64),
      bytes: 1000,
    };
    if (!actBySystem(stage, entry, command, 'documents')) return;
  }
}

/** Lines of the system carry the number of the act before which or after which it acted. */
function actBySystem(stage: Stage, entry: PlayEntry, command: Command, rule: string): boolean {
  const outcome = run(stage, { kind: 'system', rule }, command);
  if (outcome.ok && outcome.events.length === 0) return true;
  const own: PlayEntry = { n: entry.n, by: SYSTEM_ACTOR, type: command.type, given: {} };
  stage.lines.push(lineOf(own, stage.at, outcome, stage.state, contextOf(stage)));
  return outcome.ok;
}

function commandFor(stage: Stage, entry: PlayEntry, actor: Actor): Command {
  const { script, item } = stage.input;
  const moment: PlayMoment = {
    entry,
    actor,
    item,
    people: script.people,
    form: script.form,
    ...(stage.state === undefined ? {} : { state: stage.state }),
    task() {
      // Before the filing there is no task; the kernel then says that there is no case.
      if (stage.state === undefined) return '';
      return findTask(entry, stage.state, { ...contextFor(stage.input, stage.at), actor });
    },
  };
  const fields: Readonly<Record<string, PlayField<unknown>>> = playActs[entry.type].fields;
  const values = Object.entries(fields).map(([name, field]) => [
    name,
    name in entry.given ? entry.given[name] : field.otherwise?.(moment),
  ]);
  // The record pairs each command with its own fields; the compiler cannot follow that here.
  return { type: entry.type, ...Object.fromEntries(values) } as Command;
}
