import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FlowDefinition } from '../flow/index.ts';
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
  type Recorded,
} from './index.ts';
import { cashier, contextOf, filed, on, permit, robot } from './testing/case.examples.ts';
import { acceptedCase, given, received } from './testing/specification.examples.ts';
import {
  checkAllowed,
  checkFold,
  checkKeyOrder,
  checkLaws,
  checkRecall,
  checkReplay,
  checkVotesStay,
  deepFreeze,
} from './testing/laws.examples.ts';
import { administrator } from './testing/people.examples.ts';
import { directory, holdersIn, people, team } from './testing/random-people.examples.ts';
import {
  choice,
  chooseCommand,
  completeChecks,
  sensible,
  systemCommand,
  type Choice,
  type Chosen,
} from './testing/random-acts.examples.ts';
import { soundFlow } from './testing/random-flow.examples.ts';

const DAY_MS = 86_400_000;
/** For a slow core that other suites share; two seconds each on a quiet one. */
const SLOW_CORE_MS = 60_000;

interface Run {
  readonly item: ItemDefinition;
  state: CaseState;
  past: Recorded[];
  at: CaseContext['at'];
}

function begin(flow: FlowDefinition, isAccepted: boolean): Run {
  const { past, item, state } = isAccepted
    ? acceptedCase({ ...permit, flow })
    : given({ ...permit, flow }, received);
  return { item, state: deepFreeze(state), past: [...past], at: on('2026-03-02', '12:00') };
}

function contextFor(run: Run, by: Actor = robot): CaseContext {
  return { ...contextOf(run.item, by, run.at), people: directory };
}

/** One chosen act; the laws that compare before and after are checked on the way. */
function proceed(run: Run, chosen: Choice): boolean {
  run.at = addMs(run.at, chosen.days * DAY_MS + 1000);
  const base = contextFor(run);
  const { command, by } = chooseCommand(run.state, base, chosen);
  const context = { ...base, actor: by };
  checkKeyOrder(run.state, command, context);
  // The state is frozen: a refused command that changed anything would have thrown here.
  const outcome = decide(run.state, command, context);
  if (!outcome.ok) {
    expect(outcome.refusals.length).toBeGreaterThan(0);
    return false;
  }
  checkFold(run.state, outcome.events, outcome.state);
  checkVotesStay(run.state, outcome.events, outcome.state);
  checkRecall(run.state, outcome.events, { ...context, at: addMs(run.at, 500) });
  run.past = [...run.past, ...outcome.events];
  run.state = deepFreeze(outcome.state);
  return true;
}

/** Good will: whoever can go forward does; where nobody can, the administrator finds somebody. */
function workThrough(run: Run): void {
  for (let i = 0; i < 600 && !hasEnded(run.state); i += 1) {
    run.at = addMs(run.at, 1000);
    // Acceptance by law may be due: then nothing but the system has anything to do.
    const { command, by } = goodWill(run, i) ?? { command: { type: 'ApplyLapses' }, by: robot };
    const outcome = decide(run.state, command, contextFor(run, by));
    if (!outcome.ok) throw new Error(JSON.stringify([command, outcome.refusals]));
    expect(outcome.events, `stuck at ${JSON.stringify(run.state.marking)}`).not.toEqual([]);
    run.past = [...run.past, ...outcome.events];
    run.state = deepFreeze(outcome.state);
  }
}

function goodWill(run: Run, i: number): Chosen | undefined {
  const byRobot = systemCommand(run.state, { detail: i });
  if (byRobot !== undefined) return { command: byRobot, by: robot };
  for (const by of [...team, ...holdersIn(run.state), cashier, administrator]) {
    const offered = allowedActs(run.state, contextFor(run, by));
    const next = [...FORWARD, 'HandOverTask' as const]
      .map((act) => offered.find((o) => o.act === act))
      .find((act) => act !== undefined);
    if (next !== undefined) return { command: prepared(run, next), by };
  }
  return undefined;
}

const FORWARD = [
  'SubmitCorrection',
  'EndSpecialProcedure',
  'GiveOpinion',
  'AcceptCase',
  'ApproveTask',
  'RecordPayment',
  'ServeResult',
] as const;

/** Acceptance first needs the materials checked. */
function prepared(run: Run, next: AllowedAct): Command {
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
const startsAccepted = fc.integer({ min: 0, max: 4 }).map((n) => n > 0);

/** Long ones too, and every act as likely as any other: the library favours small ones. */
const choicesUpTo = (maxLength: number) =>
  fc.noBias(fc.array(choice, { minLength: 3, maxLength, size: 'max' }));

describe('laws of the operations, on random flows and random acts', () => {
  test(
    'hold after every act (1 to 5, 9, 11, 12)',
    () => {
      fc.assert(
        fc.property(soundFlow, startsAccepted, choicesUpTo(45), (flow, isAccepted, choices) => {
          const run = begin(flow, isAccepted);
          checkLaws(flow, run.past, run.state, contextFor(run));
          for (const chosen of choices) {
            if (!proceed(run, chosen)) continue;
            checkLaws(flow, run.past, run.state, contextFor(run));
          }
          checkReplay(run.past, run.state);
        }),
        { numRuns: 120 },
      );
    },
    SLOW_CORE_MS,
  );

  test(
    'what is allowed is one function of state, flow and person (10)',
    () => {
      fc.assert(
        fc.property(soundFlow, startsAccepted, choicesUpTo(30), (flow, isAccepted, choices) => {
          const run = begin(flow, isAccepted);
          for (const chosen of choices) proceed(run, chosen);
          for (const by of people) checkAllowed(run.state, contextFor(run, by));
        }),
        { numRuns: 50 },
      );
    },
    SLOW_CORE_MS,
  );

  test(
    'no flow that passes the lint gets stuck: good will always ends the case',
    () => {
      fc.assert(
        fc.property(soundFlow, startsAccepted, choicesUpTo(30), (flow, isAccepted, choices) => {
          const run = begin(flow, isAccepted);
          for (const chosen of choices) proceed(run, chosen);
          workThrough(run);
          expect(hasEnded(run.state)).toBe(true);
          checkReplay(run.past, run.state);
          checkLaws(flow, run.past, run.state, contextFor(run));
        }),
        { numRuns: 50 },
      );
    },
    SLOW_CORE_MS,
  );
});
