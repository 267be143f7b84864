import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indexFlow, type FlowDefinition } from '../flow/index.ts';
import { addMs } from '../time/index.ts';
import {
  allowedActs,
  decide,
  hasEnded,
  type Actor,
  type AllowedAct,
  type CaseContext,
  type CaseState,
  type Command,
  type ItemDefinition,
  type Outcome,
  type Recorded,
} from './index.ts';
import { cashier, contextOf, filed, on, robot, wang } from './testing/case.examples.ts';
import { lenient, owingCase } from './testing/moving.examples.ts';
import { acceptedCase, given, received } from './testing/specification.examples.ts';
import { guessAct, diceOf } from './testing/guess.examples.ts';
import { Journal } from './testing/law.examples.ts';
import { deepFreeze, offersAreKept, replayIsState } from './testing/laws-of-acts.examples.ts';
import { brokenLaws } from './testing/laws.examples.ts';
import { administrator } from './testing/people.examples.ts';
import { chief, directory, holdersIn, people, team } from './testing/random-people.examples.ts';
import {
  completeChecks,
  sensible,
  systemCommand,
  type Chosen,
} from './testing/random-acts.examples.ts';
import { nextVersion, soundFlow } from './testing/random-flow.examples.ts';

const DAY_MS = 86_400_000;
/** For a slow core that other suites share; ten seconds each on a quiet one. */
const SLOW_CORE_MS = 600_000;

interface Run {
  item: ItemDefinition;
  state: CaseState;
  past: readonly Recorded[];
  at: CaseContext['at'];
  readonly journal: Journal;
}

type Start = 'received' | 'accepted' | 'owing';

function begin(flow: FlowDefinition, start: Start): Run {
  const item = { ...lenient, flow };
  const { past, state } = {
    received: () => given(item, received),
    accepted: () => acceptedCase(item),
    owing: () => given(item, ...owingCase),
  }[start]();
  const journal = new Journal();
  journal.admit(past);
  return { item, state: deepFreeze(state), past, at: on('2026-03-02', '12:00'), journal };
}

function contextFor(run: Run, by: Actor = robot): CaseContext {
  const version = run.item.version + 1;
  const { flow } = run.item;
  const next = flow === undefined ? {} : { flow: nextVersion(flow, version) };
  const nextItem = { ...run.item, version, ...next };
  return { ...contextOf(run.item, by, run.at), people: directory, nextItem };
}

/** One act that is likely to be possible; refused ones change nothing. */
function proceed(run: Run, seed: number): void {
  const dice = diceOf(seed);
  run.at = addMs(run.at, (dice(10) === 0 ? DAY_MS : 0) + 1000);
  const { command, by } = guessAct(run.state, dice, run.item.flow ?? soughtFlow(run));
  act(run, command, by);
}

function soughtFlow({ item }: Run): FlowDefinition {
  throw new Error(`${item.code} has no flow`);
}

function act(run: Run, command: Command, by: Actor): Outcome {
  const context = contextFor(run, by);
  const before = run.state;
  const outcome = decide(before, command, context);
  if (!outcome.ok) return outcome;
  const { events, state: after } = outcome;
  run.past = [...run.past, ...events];
  run.state = deepFreeze(after);
  run.journal.admit(events);
  if (after.itemVersion === context.nextItem?.version) run.item = context.nextItem;
  const flow = run.item.flow ?? soughtFlow(run);
  const broken = brokenLaws({ flow, before, events, after, context, journal: run.journal });
  expect(broken).toEqual([]);
  return outcome;
}

/** Good will: whoever can go forward does; where nobody can, the administrator finds somebody. */
function workThrough(run: Run): void {
  for (let i = 0; i < 600 && !hasEnded(run.state); i += 1) {
    run.at = addMs(run.at, 1000);
    const willing = goodWill(run, i);
    // Acceptance by law, or a wait, may be due: then only time passes.
    if (willing === undefined) run.at = addMs(run.at, 12 * DAY_MS);
    const { command, by } = willing ?? { command: { type: 'ApplyLapses' } as const, by: robot };
    const outcome = act(run, command, by);
    if (!outcome.ok) throw new Error(JSON.stringify([command, outcome.refusals]));
    expect(outcome.events, `stuck at ${JSON.stringify(run.state.marking)}`).not.toEqual([]);
  }
}

function goodWill(run: Run, i: number): Chosen | undefined {
  const byRobot = systemCommand(run.state, { detail: i }, run.item.flow);
  if (byRobot !== undefined) return { command: byRobot, by: robot };
  for (const by of [...team, ...holdersIn(run.state), wang, cashier, chief, administrator]) {
    const offered = allowedActs(run.state, contextFor(run, by));
    const useful = offered.filter((act) => isOfUse(act, run));
    const next = [...FORWARD, 'HandOverTask' as const]
      .map((act) => useful.find((o) => o.act === act))
      .find((act) => act !== undefined);
    if (next !== undefined) return { command: prepared(run, next), by };
  }
  return undefined;
}

const FORWARD = [
  'UnfreezeCase',
  'SupplyMaterials',
  'SettleDebt',
  'SubmitCorrection',
  'EndSpecialProcedure',
  'GiveOpinion',
  'AcceptCase',
  'ApproveTask',
  'RecordPayment',
  'ServeResult',
] as const;

/** What was handed in is found good; what only time can bring is not asked for. */
function isOfUse(act: AllowedAct, run: Run): boolean {
  const owed = Object.values(run.state.debts ?? {});
  if (act.act === 'SupplyMaterials') return owed.some(({ status }) => status === 'owed');
  if (act.act === 'SettleDebt') return owed.some(({ status }) => status === 'supplied');
  const isOwing = owed.some(
    ({ kind, status }) =>
      kind === 'deferred-material' && (status === 'owed' || status === 'supplied'),
  );
  return act.act !== 'ApproveTask' || !isOwing || !isDecision(act, run);
}

function isDecision({ stepId = '' }: AllowedAct, { item }: Run): boolean {
  const node = item.flow === undefined ? undefined : indexFlow(item.flow).get(stepId)?.node;
  return node?.kind === 'step' && node.duty === 'decision';
}

/** What was to come later never came: then there is nothing to grant. */
function isBroken(run: Run, next: AllowedAct): boolean {
  const debts = Object.values(run.state.debts ?? {});
  const isOwed = debts.some((d) => d.kind === 'deferred-material' && d.status === 'broken');
  return isOwed && isDecision(next, run);
}

/** Acceptance first needs the materials checked. */
function prepared(run: Run, next: AllowedAct): Command {
  if (next.act === 'ApproveTask' && isBroken(run, next)) {
    return sensible({ ...next, act: 'RejectTask' }, run.state, 0);
  }
  const isChecked = run.state.materials['plan']?.verdict === 'complete';
  if (next.act !== 'AcceptCase' || (isChecked && run.state.materials['deed']?.verdict)) {
    if (next.act === 'SubmitCorrection') {
      return {
        type: 'SubmitCorrection',
        materials: [filed('plan'), filed('deed')],
        form: {},
      } as const;
    }
    return sensible(next, run.state, 0);
  }
  const taskId = next.taskId ?? '';
  return { type: 'CheckMaterials', taskId, checks: completeChecks, paperReceived: [] } as const;
}

/** Most runs begin after acceptance: before it there is only one step to walk. */
const starts = fc.constantFrom<Start>('received', 'owing', 'accepted', 'accepted', 'accepted');

const seedsUpTo = (maxLength: number) =>
  fc.noBias(fc.array(fc.nat(0x3fffffff), { minLength: 3, maxLength, size: 'max' }));

describe('laws of the operations, on random flows and random acts', () => {
  test(
    'what is allowed is one function of state, flow and person (10)',
    () => {
      fc.assert(
        fc.property(soundFlow, starts, seedsUpTo(30), (flow, start, seeds) => {
          const run = begin(flow, start);
          for (const seed of seeds) proceed(run, seed);
          for (const by of people)
            expect(offersAreKept(run.state, contextFor(run, by))).toEqual([]);
        }),
        { numRuns: 30 },
      );
    },
    SLOW_CORE_MS,
  );

  test(
    'no flow that passes the lint gets stuck: good will always ends the case',
    () => {
      fc.assert(
        fc.property(soundFlow, starts, seedsUpTo(40), (flow, start, seeds) => {
          const run = begin(flow, start);
          for (const seed of seeds) proceed(run, seed);
          workThrough(run);
          expect(hasEnded(run.state)).toBe(true);
          expect(replayIsState(run.past, run.state)).toEqual([]);
        }),
        { numRuns: 60 },
      );
    },
    SLOW_CORE_MS,
  );
});
