import { describe, expect, test } from 'vitest';
import type { Instant } from '../time/index.ts';
import { partOf, seatsOf, statusesOf, tally, type Agreement, type TaskState } from './index.ts';

const at = '2026-03-02T02:00:00.000Z' as Instant;
const person = { personId: 'x', name: 'X' };

/** `1` a member, `2<1` before it, `3+1` with it, `4>1` after it, `5?1` an opinion for it. */
function task(spelling: string, more: Partial<TaskState> = {}): TaskState {
  const [, number = '', sign, adder = ''] = /^(\d+)(?:([<+>?])(\d+))?$/.exec(spelling) ?? [];
  const kinds = { '<': 'before', '+': 'with', '>': 'after', '?': 'opinion' } as const;
  const kind = sign === undefined ? undefined : kinds[sign as keyof typeof kinds];
  return {
    taskId: `s#1.${number}`,
    stepId: 's',
    round: 1,
    posts: [],
    status: 'open',
    openedAt: at,
    weight: kind === undefined || kind === 'with' ? 1 : 0,
    ...(kind === undefined ? {} : { kind, addedBy: { taskId: `s#1.${adder}`, person } }),
    ...more,
  };
}

const done = (spelling: string, verdict: NonNullable<TaskState['verdict']>, weight?: number) =>
  task(spelling, { status: 'done', verdict, ...(weight === undefined ? {} : { weight }) });
const yes = (spelling: string, weight?: number) => done(spelling, 'approved', weight);
const no = (spelling: string, weight?: number) => done(spelling, 'rejected', weight);
const none = (spelling: string, weight?: number) => done(spelling, 'abstained', weight);
const removed = (spelling: string) => task(spelling, { status: 'closed', cause: 'removed' });

const one: Agreement = { rule: 'one' };
const all: Agreement = { rule: 'all', rejectCounts: 'at-once' };
const hearAll: Agreement = { rule: 'all', rejectCounts: 'hear-all' };
const any: Agreement = { rule: 'any', rejectCounts: 'when-all' };
const anyAtOnce: Agreement = { rule: 'any', rejectCounts: 'at-once' };
const inTurn: Agreement = { rule: 'in-turn' };
const vote = (share: number, isStrict = false): Agreement => ({ rule: 'vote', share, isStrict });

describe('a seat is a member with whoever signs before and after', () => {
  test('at any depth; who signs with somebody has a seat of their own', () => {
    const seats = seatsOf([task('1'), task('2<1'), task('3>2'), task('4+2'), task('5?1')]);
    expect(seats.map((seat) => [seat.root.taskId, seat.tasks.map((t) => t.taskId)])).toEqual([
      ['s#1.1', ['s#1.1', 's#1.2', 's#1.3']],
      ['s#1.4', ['s#1.4']],
    ]);
  });

  test.each([
    ['nobody has signed', [task('1'), task('2<1')], undefined],
    ['only who signs before', [task('1'), yes('2<1')], undefined],
    ['all have approved', [yes('1'), yes('2<1'), yes('3>1')], 'approved'],
    ['who signs after is still to come', [yes('1'), task('3>1')], undefined],
    ['who signs before rejects', [task('1'), no('2<1')], 'rejected'],
    ['who signs after rejects', [yes('1'), no('3>1')], 'rejected'],
    ['the member abstains', [none('1'), task('3>1')], 'abstained'],
    ['the other one was removed', [yes('1'), removed('3>1')], 'approved'],
    ['an opinion is no signature', [yes('1'), task('2?1')], 'approved'],
  ] as const)('%s', (_name, tasks, verdict) => {
    expect(seatsOf(tasks).map((seat) => seat.verdict)).toEqual([verdict]);
  });

  test('a removed seat is no seat, and what hangs on a task alone is its part', () => {
    expect(seatsOf([yes('1'), removed('2+1')])).toHaveLength(1);
    const tasks = [task('1'), task('2<1'), task('3>2'), task('4+2'), task('5?3'), task('6?1')];
    const part = partOf(tasks, 's#1.2').map((t) => t.taskId);
    expect(part).toEqual(['s#1.2', 's#1.3', 's#1.5']);
  });
});

describe('the rule of a step counts seats', () => {
  const rows: readonly [string, Agreement, readonly TaskState[], string | undefined][] = [
    ['one: the member is enough', one, [yes('1')], 'approved'],
    ['one: not while somebody signs with them', one, [yes('1'), task('2+1')], undefined],
    ['one: all seats', one, [yes('1'), yes('2+1')], 'approved'],
    ['one: the first reject counts', one, [task('1'), no('2+1')], 'rejected'],
    ['any: the first approval', any, [yes('1'), task('2')], 'approved'],
    [
      'any: an approval that waits for who comes after',
      any,
      [yes('1'), task('3>1'), task('2')],
      undefined,
    ],
    ['any: a reject at once', anyAtOnce, [no('1'), task('2')], 'rejected'],
    ['any: a reject when all', any, [no('1'), task('2')], undefined],
    ['any: all rejected', any, [no('1'), no('2')], 'rejected'],
    ['all: first reject at once', all, [no('1'), task('2')], 'rejected'],
    ['all: hear all first', hearAll, [no('1'), task('2')], undefined],
    ['all: then decide', hearAll, [no('1'), yes('2')], 'rejected'],
    ['all: also whom somebody added', all, [yes('1'), yes('2'), task('3+1')], undefined],
    ['all: before and after', all, [yes('1'), yes('2'), yes('3<1'), yes('4>2')], 'approved'],
    ['in turn: nobody is left', inTurn, [yes('1'), yes('2')], 'approved'],
    ['in turn: the first reject', inTurn, [yes('1'), no('2'), task('3')], 'rejected'],
    ['vote: the share suffices', vote(0.5), [yes('1'), task('2')], 'approved'],
    ['vote: more than the share', vote(0.5, true), [yes('1'), task('2')], undefined],
    ['vote: by weight', vote(0.5, true), [yes('1', 3), task('2'), task('3')], 'approved'],
    ['vote: out of reach', vote(2 / 3), [no('1'), no('2'), task('3')], 'rejected'],
    [
      'vote: who signs before has no weight',
      vote(0.5, true),
      [yes('1'), yes('2<1'), task('3')],
      undefined,
    ],
    [
      'vote: abstaining leaves the denominator',
      vote(0.5, true),
      [yes('1'), none('2'), task('3')],
      undefined,
    ],
    [
      'vote: two abstain of three, one is no majority',
      vote(0.5),
      [none('1'), none('2'), task('3')],
      'rejected',
    ],
    [
      'vote: a new seat with its weight',
      vote(0.5),
      [yes('1'), task('2'), task('3+1', { weight: 2 })],
      undefined,
    ],
    [
      'vote: the removed one is not counted',
      vote(0.5),
      [yes('1'), task('2'), removed('3+1')],
      'approved',
    ],
  ];
  test.each(rows)('%s', (_name, agreement, tasks, outcome) => {
    expect(tally(agreement, tasks)).toBe(outcome);
  });
});

describe('one function says who may act and who waits', () => {
  const waiting = (agreement: Agreement, ...tasks: readonly TaskState[]) =>
    [...statusesOf(agreement, tasks)]
      .filter(([, status]) => status === 'waiting')
      .map(([id]) => id.slice(4));
  test.each([
    ['members of a joint step do not wait', all, [task('1'), task('2')], []],
    ['the adder waits for who signs before', all, [task('1'), task('2<1')], ['1']],
    ['no longer once they have', all, [task('1'), yes('2<1')], []],
    ['also for who comes after those', all, [task('1'), yes('2<1'), task('3>2')], ['1']],
    ['not for a seat that those added', all, [task('1'), yes('2<1'), task('3+2')], []],
    ['who signs after waits for the adder', all, [task('1'), task('2>1')], ['2']],
    ['until the adder approved', all, [yes('1'), task('2>1')], []],
    ['who asks for an opinion waits', all, [task('1'), task('2?1')], ['1']],
    ['two before: both are open', all, [task('1'), task('2<1'), task('3<1')], ['1']],
    ['in turn: the first seat', inTurn, [task('1'), task('2')], ['2']],
    ['in turn: the next one', inTurn, [yes('1'), task('2'), task('3')], ['3']],
    ['in turn: after an abstention never, after an approval', inTurn, [yes('1'), task('2')], []],
    [
      'in turn: who signs with the first is next',
      inTurn,
      [task('1'), task('2'), task('3+1', { order: 1.5 })],
      ['3', '2'],
    ],
    [
      'in turn: not before who signs after the first',
      inTurn,
      [yes('1'), task('3>1'), task('2')],
      ['2'],
    ],
  ] as const)('%s', (_name, agreement, tasks, expected) => {
    expect(waiting(agreement, ...tasks)).toEqual(expected);
  });
});
