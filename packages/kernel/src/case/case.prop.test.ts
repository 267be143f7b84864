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
import { chief, directory, holdersIn, people, team } from './testing/random-people.examples.ts';
import {
  choice,
  chooseCommand,
  completeChecks,
  sensible,
  systemCommand,
  type Choice,
  type Chosen,
} from './testing/random-acts.examples.ts';
import { nextVersion, soundFlow } from './testing/random-flow.examples.ts';

const DAY_MS = 86_400_000;
/** For a slow core that other suites share; two seconds each on a quiet one. */
const SLOW_CORE_MS = 60_000;

interface Run {
  item: ItemDefinition;
  state: CaseState;
  past: Recorded[];
  at: CaseContext['at'];
}

type Start = 'received' | 'accepted' | 'owing';

function begin(flow: FlowDefinition, start: Start): Run {
  const item = { ...lenient, flow };
  const { past, state } = {
    received: () => given(item, received),
    accepted: () => acceptedCase(item),
    owing: () => given(item, ...owingCase),
  }[start]();
  return { item, state: deepFreeze(state), past: [...past], at: on('2026-03-02', '12:00') };
}

function contextFor(run: Run, by: Actor = robot): CaseContext {
  const version = run.item.version + 1;
  const { flow } = run.item;
  const next = flow === undefined ? {} : { flow: nextVersion(flow, version) };
  const nextItem = { ...run.item, version, ...next };
  return { ...contextOf(run.item, by, run.at), people: directory, nextItem };
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
  goOn(run, outcome, context);
  return true;
}

function goOn(run: Run, outcome: Extract<Outcome, { ok: true }>, { nextItem }: CaseContext): void {
  run.past = [...run.past, ...outcome.events];
  run.state = deepFreeze(outcome.state);
  if (outcome.state.itemVersion === nextItem?.version) run.item = nextItem;
}

/** Good will: whoever can go forward does; where nobody can, the administrator finds somebody. */
function workThrough(run: Run): void {
  for (let i = 0; i < 600 && !hasEnded(run.state); i += 1) {
    run.at = addMs(run.at, 1000);
    const willing = goodWill(run, i);
    // Acceptance by law, or a wait, may be due: then only time passes.
    if (willing === undefined) run.at = addMs(run.at, 12 * DAY_MS);
    const { command, by } = willing ?? { command: { type: 'ApplyLapses' } as const, by: robot };
    const context = contextFor(run, by);
    const outcome = decide(run.state, command, context);
    if (!outcome.ok) throw new Error(JSON.stringify([command, outcome.refusals]));
    expect(outcome.events, `stuck at ${JSON.stringify(run.state.marking)}`).not.toEqual([]);
    goOn(run, outcome, context);
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

/** Long ones too, and every act as likely as any other: the library favours small ones. */
const choicesUpTo = (maxLength: number) =>
  fc.noBias(fc.array(choice, { minLength: 3, maxLength, size: 'max' }));

describe('laws of the operations, on random flows and random acts', () => {
  test(
    'hold after every act (1 to 5, 9, 11, 12)',
    () => {
      fc.assert(
        fc.property(soundFlow, starts, choicesUpTo(45), (flow, start, choices) => {
          const run = begin(flow, start);
          checkLaws(run.past, run.state, contextFor(run));
          for (const chosen of choices) {
            if (!proceed(run, chosen)) continue;
            checkLaws(run.past, run.state, contextFor(run));
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
        fc.property(soundFlow, starts, choicesUpTo(30), (flow, start, choices) => {
          const run = begin(flow, start);
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
        fc.property(soundFlow, starts, choicesUpTo(30), (flow, start, choices) => {
          const run = begin(flow, start);
          for (const chosen of choices) proceed(run, chosen);
          workThrough(run);
          expect(hasEnded(run.state)).toBe(true);
          checkReplay(run.past, run.state);
          checkLaws(run.past, run.state, contextFor(run));
        }),
        { numRuns: 50 },
      );
    },
    SLOW_CORE_MS,
  );
});
