/**
 * A long run: hundreds of acts on one flow, one case after another, each act held against the
 * laws. Stops at the first breach, with a script of `yichuang play` that shows it.
 */
import { openTasks, type FlowDefinition } from '../../flow/index.ts';
import { addMs, type Instant } from '../../time/index.ts';
import {
  decide,
  hasEnded,
  type Actor,
  type CaseContext,
  type CaseState,
  type Command,
  type ItemDefinition,
  type Recorded,
} from '../index.ts';
import { contextOf, on, robot, wangAsParty } from './case.examples.ts';
import type { Coverage } from './coverage.examples.ts';
import { crowd, directory, inside } from './crowd.examples.ts';
import { diceOf, guessAct, type Dice } from './guess.examples.ts';
import { Journal, type Observed } from './law.examples.ts';
import {
  deepFreeze,
  keysDoNotMatter,
  offersAreKept,
  oneOfTwoWins,
  recallsUndo,
  replayIsState,
} from './laws-of-acts.examples.ts';
import { brokenLaws } from './laws.examples.ts';
import { internal, leave, lenient, owingCase } from './moving.examples.ts';
import { nextVersion } from './random-flow.examples.ts';
import type { Chosen } from './random-acts.examples.ts';
import { asPlay, type Done, type Performance } from './replay-script.examples.ts';
import { accepted, checked, given, received, type Story } from './specification.examples.ts';

export type Start = 'received' | 'owing' | 'accepted' | 'internal';

const DAY_MS = 86_400_000;

export class Breach extends Error {
  /** Without what differs from run to run: the number of the law, or the first line of a throw. */
  readonly law: string;

  constructor(broken: readonly string[], script: string) {
    super(`${broken.join('\n')}\n${script}`);
    this.law = broken[0]?.split(':')[0] ?? '';
  }
}

export class LongRun {
  private item: ItemDefinition;
  private nextItem: ItemDefinition;
  private state: CaseState;
  private past: readonly Recorded[];
  private at: Instant = on('2026-03-02', '12:00');
  private journal = new Journal();
  /** What was done on this case: the script that shows a breach. */
  private done: Done[] = [];
  private trying: Done | undefined;
  /** Pages that stayed open while others acted. */
  private readonly stale: Chosen[] = [];
  private readonly flow: FlowDefinition;
  private readonly start: Start;
  private readonly coverage: Coverage;

  constructor(flow: FlowDefinition, start: Start, coverage: Coverage) {
    this.flow = flow;
    this.start = start;
    this.coverage = coverage;
    this.item = this.nextItem = lenient;
    this.past = [];
    this.state = this.begin();
    coverage.run(flow);
  }

  private begin(): CaseState {
    this.journal = new Journal();
    this.done = [];
    const story = storyOf(this.flow, this.start);
    this.item = story.item;
    this.nextItem = versionAfter(this.item);
    this.past = story.past;
    this.journal.admit(story.past);
    this.coverage.events(story.past, undefined);
    return deepFreeze(story.state);
  }

  /** @throws Breach when a law does not hold. */
  act(seed: number): void {
    const dice = diceOf(seed);
    this.at = addMs(this.at, 1000 + (dice(14) === 0 ? ([1, 2, 5][dice(3)] ?? 0) : 0) * DAY_MS);
    if (hasEnded(this.state) && dice(6) === 0) this.next();
    const chosen = this.choose(dice);
    const context = this.contextFor(chosen.by);
    this.trying = { at: this.at, ...chosen };
    this.check(keysIf(dice, this.state, chosen.command, context));
    const outcome = this.safely(() => decide(this.state, chosen.command, context));
    this.coverage.tried(chosen.command, outcome);
    if (!outcome.ok) {
      this.trying = undefined;
      return;
    }
    const observed = {
      flow: this.flowNow(context, outcome.state),
      before: this.state,
      events: outcome.events,
      after: deepFreeze(outcome.state),
      context,
      journal: this.journal,
    };
    this.journal.admit(outcome.events);
    this.coverage.events(outcome.events, observed);
    this.check(brokenLaws(observed));
    if (dice(3) === 0) this.check(sometimes(chosen.command, observed));
    this.goOn(observed);
  }

  /** The costly laws, once for each case. */
  end(seed: number): void {
    this.check(replayIsState(this.past, this.state));
    if (seed % 8 !== 0) return;
    const dice = diceOf(seed);
    const by = crowd[dice(crowd.length)] ?? robot;
    this.check(this.safely(() => offersAreKept(this.state, this.contextFor(by))));
  }

  private next(): void {
    this.end(1);
    this.state = this.begin();
  }

  private choose(dice: Dice): Chosen {
    const old = dice(25) === 0 ? this.stale[dice(this.stale.length)] : undefined;
    const chosen = old ?? guessAct(this.state, dice, this.item.flow ?? this.flow);
    if (dice(4) === 0) this.stale[dice(8)] = chosen;
    return chosen;
  }

  private contextFor(by: Actor): CaseContext {
    return { ...contextOf(this.item, by, this.at), people: directory, nextItem: this.nextItem };
  }

  private flowNow({ item, nextItem }: CaseContext, { itemVersion }: CaseState): FlowDefinition {
    const now = itemVersion === nextItem?.version ? nextItem : item;
    return now.flow ?? this.flow;
  }

  private goOn({ events, after }: Observed): void {
    if (this.trying !== undefined) this.done.push(this.trying);
    this.trying = undefined;
    this.past = [...this.past, ...events];
    this.state = after;
    if (after.itemVersion !== this.nextItem.version) return;
    this.item = this.nextItem;
    this.nextItem = versionAfter(this.item);
  }

  private safely<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      return this.fail([error instanceof Error ? (error.stack ?? error.message) : String(error)]);
    }
  }

  private check(broken: readonly string[]): void {
    if (broken.length > 0) this.fail(broken);
  }

  private fail(broken: readonly string[]): never {
    throw new Breach(broken, asPlay(this.performance()));
  }

  /** What was refused changed nothing: the script is what was done, and the act under way. */
  performance(): Performance {
    const all = [...this.done, ...(this.trying === undefined ? [] : [this.trying])];
    return { flow: this.flow, start: this.start, done: all };
  }

  /** The tasks that somebody can do now. */
  openTasks(): readonly string[] {
    return openTasks(this.state.marking).map(({ taskId }) => taskId);
  }
}

function keysIf(dice: Dice, ...[state, command, context]: Parameters<typeof keysDoNotMatter>) {
  return dice(40) === 0 ? keysDoNotMatter(state, command, context) : [];
}

function sometimes(command: Command, observed: Observed): readonly string[] {
  return [
    ...oneOfTwoWins(command, observed).map((said) => `law 8: ${said}`),
    ...recallsUndo(observed).map((said) => `law 11: ${said}`),
  ];
}

/** One version after another of an item is asked for again and again: made once. */
const versions = new WeakMap<ItemDefinition, ItemDefinition>();

function versionAfter(item: ItemDefinition): ItemDefinition {
  const known = versions.get(item);
  if (known !== undefined) return known;
  const version = item.version + 1;
  const flow = item.flow === undefined ? undefined : nextVersion(item.flow, version);
  const next = { ...item, version, ...(flow === undefined ? {} : { flow }) };
  versions.set(item, next);
  return next;
}

const stories = new WeakMap<FlowDefinition, Map<Start, Story>>();

function storyOf(flow: FlowDefinition, start: Start): Story {
  const known = stories.get(flow) ?? new Map<Start, Story>();
  stories.set(flow, known);
  const story = known.get(start) ?? storyFrom(flow, start);
  known.set(start, story);
  return story;
}

function nobodyYet(item: ItemDefinition): Story {
  return given(item).within({ people: directory });
}

function storyFrom(flow: FlowDefinition, start: Start): Story {
  const item = { ...lenient, flow };
  switch (start) {
    case 'received':
      return nobodyYet(item).and(received);
    case 'accepted':
      return nobodyYet(item).and(received, checked, accepted);
    case 'owing':
      return nobodyYet(item).and(...owingCase);
    case 'internal': {
      const approval = { ...internal(), flow };
      const command = { ...leave, applicant: wangAsParty, contact: wangAsParty };
      return nobodyYet(approval).and([command, inside, on('2026-03-02', '10:00')]);
    }
  }
}

/** One run: as many acts as numbers, each law on the way. */
export function runOnce({ flow, start, seeds }: Plan, coverage: Coverage): void {
  const run = new LongRun(flow, start, coverage);
  for (const seed of seeds) run.act(seed);
  run.end(seeds[0] ?? 0);
}

export interface Plan {
  readonly flow: FlowDefinition;
  readonly start: Start;
  readonly seeds: readonly number[];
}
