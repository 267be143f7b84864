import { describe, expect, test } from 'vitest';
import type { CommandOf, Referral } from '../../index.ts';
import { wang } from '../../testing/case.examples.ts';
import { ladder } from '../../testing/ladder.examples.ts';
import {
  accept,
  day,
  housing,
  office,
  question,
  refer,
  referred,
  station,
  taken,
  to,
  water,
  written,
} from '../../testing/letter.examples.ts';

const object = (taskId = 'reception#1.1', reason = 'Water’s'): CommandOf<'ObjectToReferral'> => ({
  type: 'ObjectToReferral',
  taskId,
  reason,
});
const answer = (
  isUpheld: boolean,
  taskId = 'register#2.1',
  referral?: Referral,
): CommandOf<'AnswerObjection'> => ({
  type: 'AnswerObjection',
  taskId,
  isUpheld,
  reason: 'by the list of duties',
  ...(referral === undefined ? {} : { referral }),
});

const objected = referred().and([object(), housing, day(5)]);

describe('ObjectToReferral 异议', () => {
  const story = referred();
  const at = day(5);
  ladder([
    { lacking: 'the sender', story, by: wang, command: object(), at, refused: ['not-your-task'] },
    {
      lacking: 'nobody referred it',
      story: written(),
      by: office,
      command: object('register#1.1'),
      at,
      refused: ['no-referral'],
    },
    {
      lacking: 'it was accepted',
      story: taken(),
      by: housing,
      command: object('answer#1.1'),
      at,
      refused: ['wrong-duty'],
    },
    {
      lacking: 'the five working days are over',
      story,
      by: housing,
      command: object(),
      at: day(11, '00:00'),
      refused: ['objection-too-late'],
    },
    {
      lacking: 'without a reason',
      story,
      by: housing,
      command: object('reception#1.1', ' '),
      at,
      refused: ['reason-required'],
    },
    {
      lacking: 'objected already, and not consented to',
      story: objected.and([answer(false), office, day(6)]),
      by: housing,
      command: object('reception#2.1'),
      at: day(6),
      refused: ['objection-answered-already'],
    },
  ]);

  test('on the last of the five working days it goes back to who referred it', () => {
    story
      .when(object(), housing, day(10, '23:59'))
      .thenEvents(
        'ReferralObjected f1',
        'DocumentOrdered d2 objected',
        'TaskClosed reception#1.1 returned',
        'StepReturned reception → register walk-again resets reception within main',
        'StepOpened register#2.1',
        'ClockStopped objection#f1',
      );
  });

  test('where the item sets no limit, it can be made until the letter is accepted', () => {
    const asked = referred(question);
    expect(asked.state.clocks['objection#f1']).toBeUndefined();
    asked.when(object(), housing, day(27)).thenDone();
  });

  test('too late, the right has lapsed by the system, and the unit deals with it', () => {
    const late = story.and([accept('reception#1.1'), housing, day(12)]);
    const stopped = late.past.find(
      ({ event }) => event.type === 'ClockStopped' && event.clockId === 'objection#f1',
    );
    expect(stopped?.by).toMatchObject({ kind: 'system', rule: 'XF-YY-5' });
    expect(late.state.phase).toBe('accepted');
  });
});

describe('AnswerObjection 核实', () => {
  const at = day(6);
  ladder([
    {
      lacking: 'nobody objected',
      story: written(),
      by: office,
      command: answer(false, 'register#1.1'),
      at,
      refused: ['no-objection'],
    },
    {
      lacking: 'who objected does not verify',
      story: objected,
      by: housing,
      command: answer(true),
      at,
      refused: ['not-your-task'],
    },
    {
      lacking: 'consented to, and no other unit',
      story: objected,
      by: office,
      command: answer(true),
      at,
      refused: ['unit-required'],
    },
    {
      lacking: 'consented to, and sent back to the same unit',
      story: objected,
      by: office,
      command: answer(true, 'register#2.1', to('zjj')),
      at,
      refused: ['unit-has-it'],
    },
  ]);

  test.each([
    ['accepted', accept('register#2.1')],
    ['referred', refer('register#2.1', to('slj'))],
  ] as const)('while it waits for an answer the letter is not %s', (_what, command) => {
    objected.when(command, office, at).thenRefused('objection-open');
  });

  test('consented to, the letter goes to the other unit, with limits of its own', () => {
    const moved = objected.and([answer(true, 'register#2.1', to('slj')), office, at]);
    expect(moved.state.letter).toMatchObject({
      unit: 'slj',
      referrals: [{ status: 'withdrawn', verdict: { isUpheld: true } }, { status: 'pending' }],
    });
    expect(moved.state.clocks['acceptance#f1']?.stoppedAt).toBe(at);
    moved.when(accept('reception#2.1'), water, day(9)).thenDone();
  });

  test('not consented to, it is the unit’s, and the objection gave it no more time', () => {
    const back = objected.and([answer(false), office, at]);
    expect(back.state.marking.tasks['reception#2.1']?.posts).toEqual(['zjj.reception']);
    const notice = back.state.clocks['acceptance#f1'];
    expect([notice?.result.dueOn, notice?.stoppedAt]).toEqual(['2026-03-18', undefined]);
    expect(back.state.clocks['objection#f1']?.stoppedAt).toBeDefined();
  });

  describe('between two levels', () => {
    const below = referred().and(
      [refer('reception#1.1', to('zjj/station')), housing, day(4)],
      [object(), station, day(5)],
    );

    test('it goes back to the level that passed it on, which verifies', () => {
      expect(below.state.marking.tasks['reception#1.1']?.posts).toEqual(['zjj.reception']);
      below.when(answer(false, 'reception#1.1'), office, at).thenRefused('not-your-task');
    });

    test('not consented to, it is below for good', () => {
      const back = below.and([answer(false, 'reception#1.1'), housing, at]);
      expect(back.state.marking.tasks['reception#1.1']?.posts).toEqual(['zjj/station.reception']);
      back.when(object(), station, day(9)).thenRefused('objection-answered-already');
    });

    test('consented to, the level takes it on itself', () => {
      below
        .and([answer(true, 'reception#1.1', to('zjj')), housing, at])
        .when(accept('reception#1.1'), housing, day(9))
        .thenDone();
    });
  });
});
