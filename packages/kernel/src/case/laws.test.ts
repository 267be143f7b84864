import { describe, expect, test } from 'vitest';
import type { Instant } from '../time/index.ts';
import { acts } from './decide.ts';
import {
  allowedActs,
  decide,
  type Actor,
  type CaseContext,
  type CaseEvent,
  type CaseState,
  type Command,
  type ItemDefinition,
  type Recorded,
} from './index.ts';
import { bare, contextOf, flowAround, split, staff, step, wang } from './testing/case.examples.ts';
import { Journal, type Observed } from './testing/law.examples.ts';
import {
  deepFreeze,
  offersAreKept,
  oneOfTwoWins,
  recallsUndo,
  replayIsState,
} from './testing/laws-of-acts.examples.ts';
import { brokenLaws } from './testing/laws.examples.ts';
import { adding, ann, bob, dee, joint, minute } from './testing/people.examples.ts';
import { acceptedCase, approve, type Act, type Story } from './testing/specification.examples.ts';
import {
  alwaysWanted,
  filedWanted,
  letterWanted,
  licenceWanted,
} from './testing/wanted.examples.ts';

/** An act as the runs look at it. */
function observe(story: Story, [command, by, at]: Act): Observed {
  const context = contextIn(story, by, at);
  const outcome = decide(story.state, command, context);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return {
    flow: flowIn(story.item),
    before: story.state,
    events: outcome.events,
    after: outcome.state,
    context,
    journal: journalOf([...story.past, ...outcome.events]),
  };
}

function contextIn({ item, extra }: Story, by: Actor, at: Instant): CaseContext {
  const { people, ...rest } = extra;
  const known = people === undefined ? {} : { people };
  return { ...contextOf(item, by, at), ...rest, ...known };
}

function flowIn({ flow }: ItemDefinition) {
  if (flow === undefined) throw new Error('the laws are about flows');
  return flow;
}

function journalOf(past: readonly Recorded[]): Journal {
  const journal = new Journal();
  journal.admit(past);
  return journal;
}

/** The numbers of the laws that are broken. */
function broken(act: Observed): string[] {
  return [...new Set(brokenLaws(act).map((said) => said.split(':')[0] ?? ''))];
}

type Marking = CaseState['marking'];
type Task = Marking['tasks'][string];

function withTask(state: CaseState, taskId: string, change: Partial<Task>): CaseState {
  const task = state.marking.tasks[taskId];
  if (task === undefined) throw new Error(`no task ${taskId}`);
  const tasks = { ...state.marking.tasks, [taskId]: { ...task, ...change } };
  return { ...state, marking: { ...state.marking, tasks } };
}

function withNode(
  state: CaseState,
  id: string,
  change: Partial<Marking['nodes'][string]>,
): CaseState {
  const node = state.marking.nodes[id];
  if (node === undefined) throw new Error(`no node ${id}`);
  const nodes = { ...state.marking.nodes, [id]: { ...node, ...change } };
  return { ...state, marking: { ...state.marking, nodes } };
}

const without = (events: readonly Recorded[], type: CaseEvent['type']): readonly Recorded[] =>
  events.filter(({ event }) => event.type !== type);

const review = (id: string) => step(id, 'review', { onReject: { then: 'continue' } });
const byHolder = (id: string, n: number): Act =>
  approve(`${id}#1.1`, staff(id.toUpperCase(), [id]), minute(n));

const signed = observe(joint(), approve('joint#1.1', ann, minute(1)));
const any = joint({ rule: 'any', rejectCounts: 'at-once' });
const first = observe(any, approve('joint#1.1', ann, minute(1)));
const inSplit = acceptedCase(
  bare(flowAround(split('parallel', 'p', review('a'), review('b')), review('c'))),
);
const branchDone = observe(inSplit, byHolder('a', 1));
const withdrawal: Act = [{ type: 'WithdrawCase', reason: 'r' }, wang, minute(2)];
const withdrawn = observe(acceptedCase(), withdrawal);

test('acts that are right break no law', () => {
  for (const act of [signed, first, branchDone, withdrawn]) expect(brokenLaws(act)).toEqual([]);
});

/** A fault that an evolve, a rule or a policy could have, and the law that must catch it. */
const faults: readonly (readonly [law: string, fault: string, act: Observed])[] = [
  [
    'law 1',
    'nobody is left to act',
    { ...signed, after: everyTask(signed.after, { status: 'closed' }) },
  ],
  [
    'law 1',
    'a split is closed around an open branch',
    { ...branchDone, after: withNode(branchDone.after, 'p', { status: 'done' }) },
  ],
  [
    'law 2',
    'a task outlives its case',
    { ...withdrawn, after: withTask(withdrawn.after, 'review#1.1', { status: 'open' }) },
  ],
  [
    'law 2',
    'a clock runs on after the end',
    { ...withdrawn, after: { ...withdrawn.after, clocks: withdrawn.before.clocks } },
  ],
  ['law 3', 'a post has two tasks of a round', { ...signed, after: doubled(signed.after) }],
  [
    'law 3',
    'one person votes twice',
    {
      ...signed,
      after: withTask(signed.after, 'joint#1.2', {
        status: 'done',
        verdict: 'approved',
        closedBy: { personId: 'ann', name: 'Ann' },
      }),
    },
  ],
  [
    'law 4',
    'a join fires twice',
    {
      ...branchDone,
      journal: journalOf([
        ...inSplit.past,
        ...branchDone.events,
        ...branchDone.events.map((r) => ({ ...r, seq: r.seq + 9 })),
      ]),
    },
  ],
  ['law 5', 'a task of an earlier round is open', { ...signed, after: nextRound(signed.after) }],
  [
    'law 5',
    'a sister task is not closed when the step is decided',
    { ...first, after: withTask(first.after, 'joint#1.2', { status: 'open' }) },
  ],
  [
    'law 6',
    'a vote becomes another one',
    {
      ...observe(joint().and(approve('joint#1.1', ann, minute(1))), [
        adding('with', 'joint#1.2', dee),
        bob,
        minute(2),
      ]),
      after: withTask(signed.after, 'joint#1.1', { verdict: 'rejected' }),
    },
  ],
  [
    'law 7',
    'whoever loses a task is not told',
    { ...first, events: without(first.events, 'TaskClosed') },
  ],
  [
    'law 9',
    'a due date moves and no event says so',
    { ...signed, after: withClock(signed.after, { amount: 99 }) },
  ],
  [
    'law 9',
    'what is stored is not what the input gives',
    {
      ...observe(acceptedCase(), [
        { type: 'ExtendLimit', days: 5, reason: 'r' },
        staff('Leader', ['leader'], ['extend-limit']),
        minute(1),
      ]),
      after: withClock(
        observe(acceptedCase(), [
          { type: 'ExtendLimit', days: 5, reason: 'r' },
          staff('Leader', ['leader'], ['extend-limit']),
          minute(1),
        ]).after,
        { extensions: [] },
      ),
    },
  ],
  [
    'law 11',
    'a case is withdrawn after money came in',
    {
      ...withdrawn,
      before: {
        ...withdrawn.before,
        fee: { amountFen: 1, lines: [], adjustments: [], assessedAt: minute(1), paidAt: minute(1) },
      } as unknown as CaseState,
    },
  ],
  [
    'law 12',
    'an event has something that JSON drops',
    {
      ...signed,
      events: signed.events.map((r) => ({ ...r, event: { ...r.event, lost: undefined } })),
    },
  ],
  ['law 12', 'an event is not counted', { ...signed, events: signed.events.slice(1) }],
];

function everyTask(state: CaseState, change: Partial<Task>): CaseState {
  return Object.keys(state.marking.tasks).reduce(
    (changed, taskId) => withTask(changed, taskId, change),
    state,
  );
}

function doubled(state: CaseState): CaseState {
  const task = state.marking.tasks['joint#1.2'];
  if (task === undefined) throw new Error('no second member');
  const tasks = { ...state.marking.tasks, 'joint#1.9': { ...task, taskId: 'joint#1.9' } };
  return { ...state, marking: { ...state.marking, tasks } };
}

function nextRound(state: CaseState): CaseState {
  return withNode(state, 'joint', { round: 2 });
}

function withClock(state: CaseState, change: Partial<CaseState['clocks'][string]>): CaseState {
  const clocks = Object.entries(state.clocks).map(
    ([id, clock]) => [id, { ...clock, ...change }] as const,
  );
  return { ...state, clocks: Object.fromEntries(clocks) };
}

describe('a fault that is planted is caught by its law', () => {
  test.each(faults)('%s: %s', (law, _fault, act) => {
    expect(broken(act)).toContain(law);
  });

  test('law 8: of two acts on one task, both are done', () => {
    const command: Command = { type: 'ApproveTask', taskId: 'joint#1.1', opinion: 'yes' };
    expect(oneOfTwoWins(command, signed)).toEqual([]);
    // An evolve that forgets the vote leaves the task as it was.
    const forgotten = { ...signed, after: signed.before };
    expect(oneOfTwoWins(command, forgotten)).toEqual(['joint#1.1 was decided twice']);
  });

  test('law 10: an act is hidden, another one is offered and does not work', () => {
    const story = joint();
    const { state } = story;
    const context = contextIn(story, ann, minute(1));
    const offers = allowedActs(state, context);
    expect(offersAreKept(state, context, offers)).toEqual([]);
    const hidden = offers.filter(({ act }) => act !== 'ApproveTask');
    expect(offersAreKept(state, context, hidden)).toEqual([
      'ApproveTask joint#1.1 is not offered and works',
    ]);
    const more = [...offers, { act: 'ApproveTask', taskId: 'joint#1.2' } as const];
    expect(offersAreKept(state, context, more)).toEqual([
      'ApproveTask joint#1.2 is offered and refused: not-your-task',
    ]);
  });

  test('law 10: a refused act cannot change what it was asked on', () => {
    const state = deepFreeze(joint().state) as { marking: { tasks: Record<string, unknown> } };
    expect(() => delete state.marking.tasks['joint#1.1']).toThrow(TypeError);
  });

  test('law 11: what the vote did to the world is recalled', () => {
    expect(recallsUndo(signed)).toEqual([]);
    const ordered = {
      type: 'DocumentOrdered',
      documentId: 'd9',
      template: 'note',
      moment: 'other',
    } as unknown as CaseEvent;
    const last = signed.events.at(-1);
    if (last === undefined) throw new Error('a vote has events');
    const events = [...signed.events, { ...last, seq: last.seq + 1, event: ordered }];
    expect(recallsUndo({ ...signed, events })).toEqual(['DocumentOrdered was recalled']);
  });

  test('law 12: an event is lost, or out of its order', () => {
    const { past, state } = joint();
    expect(replayIsState(past, state)).toEqual([]);
    expect(replayIsState(past.slice(0, -1), state)).toEqual(['replay is not the state']);
    const shifted = past.map((recorded) => ({ ...recorded, seq: recorded.seq + 1 }));
    expect(replayIsState(shifted, state)).toContain('events are not numbered in their order');
  });
});

test('the runs are asked for every act that there is', () => {
  const wanted = {
    ...alwaysWanted,
    ...licenceWanted,
    ...filedWanted,
    ...letterWanted,
    'act ResubmitCase': 100,
  };
  const missing = Object.keys(acts).filter((type) => !(`act ${type}` in wanted));
  expect(missing).toEqual([]);
});
