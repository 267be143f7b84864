import { describe, expect, test } from 'vitest';
import type { CommandOf } from '../../index.ts';
import { wang } from '../../testing/case.examples.ts';
import { ladder } from '../../testing/ladder.examples.ts';
import {
  accept,
  answered,
  day,
  housing,
  office,
  refer,
  taken,
  to,
  written,
} from '../../testing/letter.examples.ts';

const convert = (taskId = 'answer#1.1', reason = 'facts disputed') =>
  ({ type: 'ConvertProcedure', taskId, reason }) satisfies CommandOf<'ConvertProcedure'>;

const simple = written().and([
  refer('register#1.1', to('zjj', { procedure: 'simple' })),
  office,
  day(3),
]);

describe('simple procedure 简易办理', () => {
  test('its limits take the place of the ordinary ones, in working days', () => {
    expect(simple.state.clocks['acceptance#f1']).toMatchObject({ ruleId: 'XF-JY-SL3', amount: 3 });
    const accepted = simple.and([accept('reception#1.1'), housing, day(4)]);
    const { statutory } = accepted.state.clocks;
    expect([statutory?.ruleId, statutory?.result.dueOn]).toEqual(['XF-JY-BJ10', '2026-03-18']);
  });
});

describe('ConvertProcedure 简易转普通', () => {
  const story = simple.and([accept('reception#1.1'), housing, day(4)]);
  const at = day(12);
  ladder([
    { lacking: 'the sender', story, by: wang, command: convert(), at, refused: ['not-your-task'] },
    {
      lacking: 'not accepted yet',
      story: simple,
      by: housing,
      command: convert('reception#1.1'),
      at: day(4),
      refused: ['wrong-phase'],
    },
    {
      lacking: 'handled in the ordinary procedure',
      story: taken(),
      by: housing,
      command: convert(),
      at,
      refused: ['not-simple'],
    },
    {
      lacking: 'answered once: a further round has a limit of its own',
      story: answered().and([{ type: 'AskFollowUp', text: 'when?' }, wang, day(10)]),
      by: housing,
      command: convert('answer#2.1'),
      at,
      refused: ['wrong-phase'],
    },
    {
      lacking: 'without a reason',
      story,
      by: housing,
      command: convert('answer#1.1', ''),
      at,
      refused: ['reason-required'],
    },
  ]);

  test('by itself, when the ten working days are over, and not a day sooner', () => {
    const lapse = { type: 'ApplyLapses' } as const;
    const system = { kind: 'system', rule: 'sweep' } as const;
    story.when(lapse, system, day(18)).thenEvents();
    story
      .when(lapse, system, day(19))
      .thenEvents(
        'XF-JY-BJ10: ProcedureChosen ordinary',
        'XF-JY-BJ10: ClockStopped statutory',
        'XF-JY-BJ10: ClockStarted statutory from 2026-03-04 due 2026-05-03',
      );
  });

  test('sixty days from the acceptance, not from the conversion', () => {
    story
      .when(convert(), housing, at)
      .thenEvents(
        'ProcedureChosen ordinary',
        'ClockStopped statutory',
        'ClockStarted statutory from 2026-03-04 due 2026-05-03',
      );
  });
});
